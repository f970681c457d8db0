package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.labels.Utf8;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/// Cuts what Prometheus's own tests cut into tokens; series notation is not this lexer's business.
class LexerConformanceTest {
  @Test
  void cutsWherePrometheusCuts() throws IOException {
    Optional<Path> file = Repository.shared("conformance/promql/lexer.jsonl");
    assumeTrue(file.isPresent(), "no conformance data beside the repository");
    List<String> differences = new ArrayList<>();
    int total = 0;
    for (String line : Files.readAllLines(file.get())) {
      JsonNode row = new ObjectMapper().readTree(line);
      if (row.get("series_desc").asBoolean() || line.contains("[\"ERROR\"")) {
        continue;
      }
      total++;
      String expected = row.get("ok").asBoolean() ? tokens(row) : "error";
      String actual = tokens(input(row));
      if (!actual.equals(expected)) {
        differences.add(input(row) + " gave " + actual + ", wanted " + expected);
      }
    }
    System.out.println("tokens: " + (total - differences.size()) + " of " + total + " agree");
    assertThat(differences).isEmpty();
  }

  private static String input(JsonNode row) {
    return row.hasNonNull("input")
        ? row.get("input").asText()
        : Utf8.decode(Base64.getDecoder().decode(row.get("input_base64").asText()));
  }

  private static String tokens(JsonNode row) {
    StringBuilder out = new StringBuilder();
    for (JsonNode token : row.get("tokens")) {
      if (!token.get(0).asText().equals("COMMENT")) {
        out.append(token.get(1).asInt()).append(':').append(token.get(2).asText()).append(' ');
      }
    }
    return out.toString();
  }

  private static String tokens(String text) {
    PromqlLexer lexer = new PromqlLexer(text);
    StringBuilder out = new StringBuilder();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      out.append(Utf8.byteOffset(text, token.getStartIndex())).append(':');
      out.append(token.getText()).append(' ');
      token = lexer.nextToken();
    }
    return lexer.problem() == null ? out.toString() : "error";
  }
}

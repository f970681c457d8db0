package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shows what many expressions parse to, in files that are read in review.
class ParserBaselineTest {
  private static final String FOLDER = "promql-parser/src/test/resources/dev/firedrill/promql/";

  @Test
  void parsesToTheTreesOfTheBaseline() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String text : inputs("expressions.txt")) {
      ParseResult result = Promql.parse(text, ParseOptions.ALL);
      assertThat(result).as(text).isInstanceOf(Parsed.class);
      out.append("I: ").append(text).append("\n=====>\n");
      if (result instanceof Parsed parsed) {
        out.append(TreeText.of(parsed.expr())).append('\n');
      }
    }
    Golden.assertMatches(Path.of(FOLDER + "expressions.baseline"), out.toString());
  }

  @Test
  void givesTheErrorsOfTheBaseline() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String text : inputs("errors.txt")) {
      ParseResult result = Promql.parse(text);
      out.append("I: ").append(text).append("\n=====>\n");
      switch (result) {
        case Parsed _ -> out.append("valid\n");
        case Rejected rejected -> rejected.errors().forEach(e -> append(out, text, e));
      }
      out.append('\n');
    }
    Golden.assertMatches(Path.of(FOLDER + "errors.baseline"), out.toString());
  }

  private static void append(StringBuilder out, String text, ParseError error) {
    int start = error.span().start();
    out.append("E: ").append(error.format(text)).append('\n');
    out.append("   ").append(text).append('\n');
    out.append("   ").repeat(' ', start);
    out.repeat('^', Math.max(1, error.span().length())).append('\n');
    String help = error.help();
    if (help != null) {
      out.append("H: ").append(help).append('\n');
    }
    Span opener = error.opener();
    if (opener != null) {
      out.append("O: ").append(opener.start()).append('\n');
    }
  }

  private static List<String> inputs(String file) throws IOException {
    return Files.readAllLines(Repository.file(FOLDER + file)).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}

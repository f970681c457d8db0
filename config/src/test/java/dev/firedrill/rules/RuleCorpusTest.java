package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The verdict of promtool on real rule files, and what other files are taken for.
class RuleCorpusTest {
  // Groups have labels only in later versions than the one that was asked.
  private static final String NEWER = "field labels not found in type rulefmt.RuleGroup";

  @Test
  void agreesWithPromtoolOnRealRuleFiles() throws IOException {
    List<String> different = new ArrayList<>();
    int files = 0;
    for (JsonNode row : rows()) {
      if (row.get("kind").asText().equals("rules")) {
        files++;
        RuleReading reading = read(row);
        boolean newer = row.path("first_error").asText().contains(NEWER);
        boolean rejected = row.get("exit").asInt() != 0 && !newer;
        if (reading.rejected() != rejected) {
          different.add(row.get("file").asText() + " " + PromtoolErrors.of(reading));
        }
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(different).isEmpty();
  }

  @Test
  void recognisesTemplatesAndResources() throws IOException {
    List<String> mistaken = new ArrayList<>();
    for (JsonNode row : rows()) {
      String kind = row.get("kind").asText();
      if (kind.startsWith("helm-") && read(row).kind().holdsRules()) {
        mistaken.add(row.get("file").asText());
      }
      if (kind.equals("crd") && read(row).kind() == FileKind.TEMPLATED) {
        mistaken.add(row.get("file").asText());
      }
    }
    assertThat(mistaken).isEmpty();
  }

  private static RuleReading read(JsonNode row) throws IOException {
    Path file = Repository.shared("corpus/" + row.get("file").asText()).orElseThrow();
    return RuleFiles.read(
        SourceFile.of(file.toString(), Files.readString(file)), RuleFileOptions.DEFAULT);
  }

  private static List<JsonNode> rows() throws IOException {
    Optional<Path> verdicts = Repository.shared("corpus/verdicts.jsonl");
    assumeTrue(verdicts.isPresent(), "no corpus beside the repository");
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(verdicts.get())) {
      JsonNode row = mapper.readTree(line);
      if (row.get("tool").asText().equals("promtool check rules")) {
        rows.add(row);
      }
    }
    return rows;
  }
}

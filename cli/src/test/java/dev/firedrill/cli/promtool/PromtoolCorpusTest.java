package dev.firedrill.cli.promtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Files of many public projects, with the verdicts of promtool 2.42. Where 3.14 judges otherwise,
/// the file is listed with the reason.
class PromtoolCorpusTest {
  /// Groups have labels since 3.0.
  private static final String GROUP_LABELS = "field labels not found in type rulefmt.RuleGroup";

  @Test
  void judgesRuleFilesAsPromtoolDoes() throws IOException {
    Map<String, String> different = new TreeMap<>();
    int newer = 0;
    int files = 0;
    for (JsonNode row : rows("promtool check rules")) {
      PromtoolProgram got = run("check", "rules", row);
      files++;
      if (row.path("first_error").asText().contains(GROUP_LABELS)) {
        newer += got.status() == 0 ? 1 : 0;
      } else if (got.status() != row.get("exit").asInt()) {
        different.put(row.get("file").asText(), got.status() + " " + got.err());
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(different).isEmpty();
    assertThat(newer).isPositive();
  }

  @Test
  void judgesUnitTestsAsPromtoolDoes() throws IOException {
    Map<String, String> different = new TreeMap<>();
    int files = 0;
    for (JsonNode row : rows("promtool test rules")) {
      PromtoolProgram got = run("test", "rules", row);
      files++;
      if (got.status() != row.get("exit").asInt()) {
        different.put(row.get("file").asText(), got.status() + " " + got.err());
      }
    }
    assertThat(files).isGreaterThan(100);
    assertThat(different).isEmpty();
  }

  private static PromtoolProgram run(String command, String what, JsonNode row) {
    Path corpus = Repository.shared("corpus").orElseThrow();
    return PromtoolProgram.run(corpus, command, what, row.get("file").asText());
  }

  private static List<JsonNode> rows(String tool) throws IOException {
    Path verdicts = Repository.shared("corpus/verdicts.jsonl").orElse(null);
    assumeTrue(verdicts != null, "no corpus beside the repository");
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode row = mapper.readTree(line);
      if (row.get("tool").asText().equals(tool)) {
        rows.add(row);
      }
    }
    return rows;
  }
}

package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Unit-test files of many public projects, with the verdicts of a real promtool.
class CorpusUnitTestsTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("firedrill.root", ".")).resolve("../shared/corpus").normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void agreesWithPromtoolOnNearlyAllFiles() throws IOException {
    Path verdicts = CORPUS.resolve("verdicts.jsonl");
    assumeTrue(Files.exists(verdicts), "needs " + verdicts);
    int files = 0;
    List<String> differing = new ArrayList<>();
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode verdict = JSON.readTree(line);
      if (verdict.path("kind").asText().equals("test")
          && !verdict.path("suspect_version").asBoolean()) {
        files++;
        String file = verdict.path("file").asText();
        List<String> failures = TestFiles.run(CORPUS.resolve(file));
        if (failures.isEmpty() != (verdict.path("exit").asInt() == 0)) {
          differing.add(file + ": " + (failures.isEmpty() ? "passes" : failures.getFirst()));
        }
      }
    }
    Path report = Path.of("target/corpus-unit-tests.txt");
    Files.createDirectories(Path.of("target"));
    Files.writeString(report, files + " files\n" + String.join("\n", differing) + "\n");
    assertThat(differing).as("of " + files).hasSizeLessThan(files / 10);
  }
}

package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Files from real repositories, and what amtool said of them.
class CorpusTest {
  @Test
  void takesWhatAmtoolTakes() throws IOException {
    Optional<Path> verdicts = Repository.shared("corpus/verdicts.jsonl");
    Assumptions.assumeTrue(verdicts.isPresent(), "no corpus beside the repository");
    ObjectMapper json = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    int taken = 0;
    for (String line : Files.readAllLines(verdicts.orElseThrow())) {
      JsonNode row = json.readTree(line);
      if (!row.get("kind").asText().equals("am")) {
        continue;
      }
      Path file = verdicts.orElseThrow().resolveSibling(row.get("file").asText());
      String text = Files.readString(file);
      Optional<String> refusal =
          AlertmanagerReader.read(SourceFile.of(file.toString(), text), AlertmanagerOptions.STRICT)
              .refusal();
      if (row.get("exit").asInt() == 0) {
        taken++;
        refusal.ifPresent(error -> wrong.add(file + ": " + error));
      }
    }
    assertThat(taken).isPositive();
    assertThat(wrong).isEmpty();
  }
}

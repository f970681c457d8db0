package dev.firedrill.alertmanager.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TextLimitTest {
  @Test
  void marksWhatIsMissing() {
    assertThat(TextLimit.runes(6).cut("GPU hot")).isEqualTo("GPU h…");
    assertThat(TextLimit.runes(7).cut("GPU hot")).isEqualTo("GPU hot");
    assertThat(TextLimit.runes(3).cut("GPU hot")).isEqualTo("GPU");
    assertThat(TextLimit.runes(0).cut("GPU")).isEmpty();
  }

  @Test
  void countsCharactersRatherThanHalvesOfThem() {
    assertThat(TextLimit.runes(5).cut("🔥🔥🔥🔥🔥")).isEqualTo("🔥🔥🔥🔥🔥");
    assertThat(TextLimit.runes(4).cut("🔥🔥🔥🔥🔥")).isEqualTo("🔥🔥🔥…");
  }

  @Test
  void cutsBytesBetweenCharacters() {
    assertThat(TextLimit.bytes(8).cut("äöüäö")).isEqualTo("äö…");
    assertThat(TextLimit.bytes(10).cut("äöüäö")).isEqualTo("äöüäö");
    assertThat(TextLimit.bytes(3).cut("äöüäö")).isEqualTo("…");
    assertThat(TextLimit.bytes(2).cut("äöüäö")).isEqualTo("..");
    assertThat(TextLimit.bytes(11).cut("世世世世")).isEqualTo("世世…");
  }

  @Test
  void cutsBytesAnywhereWhereNobodyMinds() {
    assertThat(TextLimit.bareBytes(4).cut("hot GPU")).isEqualTo("hot ");
    assertThat(TextLimit.bareBytes(4).cut("aböü")).isEqualTo("abö");
    assertThat(TextLimit.bareBytes(3).cut("aböü")).isEqualTo("ab\uFFFD");
  }

  @Test
  void cutsAsAlertmanagerDoes() throws IOException {
    Optional<Path> rows = Repository.shared("conformance/alertmanager/truncate.jsonl");
    Assumptions.assumeTrue(rows.isPresent(), "no conformance rows beside the repository");
    int seen = 0;
    for (String line : Files.readAllLines(rows.get())) {
      JsonNode row = new ObjectMapper().readTree(line);
      int most = row.get("n").asInt();
      boolean runes = row.get("unit").asText().equals("runes");
      TextLimit limit = runes ? TextLimit.runes(most) : TextLimit.bytes(most);
      String input = row.get("input").asText();
      assertThat(limit.cut(input)).as(line).isEqualTo(row.get("output").asText());
      assertThat(!limit.cut(input).equals(input))
          .as(line)
          .isEqualTo(row.get("truncated").asBoolean());
      seen++;
    }
    assertThat(seen).isPositive();
  }
}

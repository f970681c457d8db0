package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The configuration that the noise report advises is put before an installed amtool.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class AdviceOracleTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain",
        "with space",
        "it's",
        "a \"quoted\" one",
        "back\\slash",
        "tab\there",
        "line\nbreak",
        "a|b (c) [d] {e} ^f$ .g* +h?",
        "Größe, ü: #x",
        "{{ braces }}",
        "trailing ",
        "~=!"
      })
  void amtoolTakesWhatIsAdvised(String name) throws Exception {
    PairedAlerts pair = new PairedAlerts(folder);
    // Of two that are alike to the graver one, one rule is made of both.
    for (List<String> names :
        List.of(List.of(name, "Slight"), List.of("Grave", name), List.of("Grave", name, "More"))) {
      pair.write(names, 2, 1_000);
      List<String> advised = new ArrayList<>();
      for (JsonNode each : pair.together()) {
        advised.add(each.get("inhibition").asText());
        String grouping = each.get("grouping").isNull() ? "" : each.get("grouping").asText();
        check(each.get("inhibition").asText(), grouping);
      }
      assertThat(advised).as("%s", names).isNotEmpty();
    }
  }

  private void check(String inhibition, String grouping) throws Exception {
    Path file = folder.resolve("advised.yml");
    String route = "route:\n  receiver: all\n" + (grouping.isEmpty() ? "" : "  " + grouping);
    Files.writeString(file, route + "receivers:\n- name: all\n" + inhibition);
    Process process =
        new ProcessBuilder("amtool", "check-config", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said).contains("SUCCESS", " - 1 inhibit rules");
  }
}

package dev.firedrill.cli.amtool;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What amtool 0.34 makes of files and alerts, as Alertmanager's own tests and an older amtool have
/// it.
class AmtoolConformanceTest {
  @Test
  void sendsAlertsWhereAmtoolDoes(@TempDir Path folder) throws IOException {
    List<String> different = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(shared("routing.jsonl"))) {
      JsonNode row = new ObjectMapper().readTree(line);
      Files.writeString(folder.resolve("c.yml"), row.get("config").asText());
      List<String> words = new ArrayList<>(List.of("config", "routes", "test"));
      words.add("--config.file=c.yml");
      row.get("labels")
          .properties()
          .forEach(
              label -> {
                String value = label.getValue().asText();
                String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                words.add(label.getKey() + "=" + quoted);
              });
      List<String> receivers = new ArrayList<>();
      row.get("receivers").forEach(each -> receivers.add(each.asText()));
      AmtoolProgram got = AmtoolProgram.run(folder, words.toArray(new String[0]));
      rows++;
      if (!got.equals(new AmtoolProgram(0, String.join(",", receivers) + "\n", ""))) {
        different.add(words + " " + receivers + " " + got);
      }
    }
    assertThat(rows).isGreaterThan(100);
    assertThat(different).isEmpty();
  }

  @Test
  void takesEveryValidConfiguration() throws IOException {
    Path folder = shared("config-good");
    List<String> refused = new ArrayList<>();
    for (String file : files(folder)) {
      AmtoolProgram got = AmtoolProgram.run(folder, "check-config", file);
      if (!got.out().startsWith("Checking '" + file + "'  SUCCESS\nFound:\n - global config\n")) {
        refused.add(got.toString());
      }
    }
    assertThat(refused).isEmpty();
  }

  private static Path shared(String name) {
    Path path = Repository.shared("conformance/alertmanager/" + name).orElse(null);
    assumeTrue(path != null, "no conformance data beside the repository");
    return path;
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> String.valueOf(file.getFileName())).forEach(names::add);
    }
    names.removeIf(name -> !name.endsWith(".yml"));
    names.sort(null);
    assertThat(names).isNotEmpty();
    return names;
  }
}

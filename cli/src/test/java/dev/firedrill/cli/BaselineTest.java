package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final String ALERTS =
      """
      groups:
      - name: alerts
        rules:
        - alert: Down
          expr: up == 0
          annotations: {summary: It is down}
        - alert: Busy
          expr: load > 10
          for: 5m
          annotations: {summary: It is busy}
      """;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    write("rules/alerts.yml", ALERTS);
    write("rules/other.yml", ALERTS.replace("Down", "Gone").replace("Busy", "Loaded"));
    assertThat(run("--write-baseline", "known.json", "rules"))
        .isEqualTo(
            """
            no findings in 2 files, 4 rules
            not shown: 6 findings known in known.json
            """);
  }

  @Test
  void knowsFindingsWhereverTheirLinesGo() throws IOException {
    String moved = ALERTS.substring(ALERTS.indexOf("  - alert: Busy"));
    write(
        "rules/alerts.yml",
        "# moved\n\n"
            + ALERTS.replace(moved, "").replace("  - alert: Down", moved + "  - alert: Down"));
    assertThat(findings("rules")).isEmpty();
    assertThat(findings("--fail-on", "info", "./rules/alerts.yml")).isEmpty();
    assertThat(
            ScratchRepository.findings(
                folder.resolve("rules"), "rules", "lint", "--baseline", "../known.json"))
        .isEmpty();
  }

  @Test
  void reportsWhatItDoesNotKnow() throws IOException {
    write("rules/alerts.yml", ALERTS.replace("Busy", "Busier"));
    assertThat(findings("rules"))
        .containsExactlyInAnyOrder(
            "known.json:13 baseline/obsolete", "rules/alerts.yml:7 severity/missing");
  }

  @Test
  void countsWhatIsAlike() throws IOException {
    String twice = ALERTS + ALERTS.substring(ALERTS.indexOf("  - alert: Busy"));
    write("rules/alerts.yml", twice);
    List<String> found = findings("--only", "severity/missing", "rules");
    assertThat(found).containsExactly("rules/alerts.yml:11 severity/missing");
    write("rules/alerts.yml", twice);
    run("--write-baseline", "known.json", "rules");
    write("rules/alerts.yml", ALERTS);
    assertThat(run("--only", "severity/missing", "--baseline", "known.json", "rules"))
        .contains("severity/missing is no longer found 1 of 2 times in rules/alerts.yml");
  }

  @Test
  void remarksOnEntriesThatNobodyNeedsAnyMore() throws IOException {
    write("rules/alerts.yml", ALERTS.replace("up == 0\n", "up == 0\n    for: 5m\n"));
    assertThat(findings("rules")).containsExactly("known.json:5 baseline/obsolete");
    assertThat(findings("rules/other.yml")).isEmpty();
    assertThat(findings("--only", "severity/missing", "rules")).isEmpty();
    Files.delete(folder.resolve("rules/alerts.yml"));
    assertThat(findings("rules/other.yml")).hasSize(3).allMatch(f -> f.contains("obsolete"));
    run("--write-baseline", "known.json", "rules/other.yml");
    assertThat(findings("rules/other.yml")).isEmpty();
  }

  @Test
  void keepsWhatItSaysOfFilesThatWereNotLookedAt() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("known.json"));
    run("--write-baseline", "known.json", "rules/other.yml");
    assertThat(folder.resolve("known.json")).hasBinaryContent(before);
  }

  @Test
  void leavesOutWhatIsNotReported() throws IOException {
    run("--min-severity", "error", "--write-baseline", "errors.json", "rules");
    JsonNode entries =
        new ObjectMapper().readTree(folder.resolve("errors.json").toFile()).at("/findings");
    assertThat(entries).hasSize(4);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.at("/check").asText()).isEqualTo("severity/missing"));
  }

  @Test
  void isNeededAndNeedsToBeOne() throws IOException {
    ScratchRepository.Outcome missing =
        ScratchRepository.run(folder, "rules", "lint", "--baseline", "none.json");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("none.json: no such file").contains("--write-baseline");
    write("broken.json", "{\"version\": 7}\n");
    ScratchRepository.Outcome broken =
        ScratchRepository.run(folder, "rules", "lint", "--baseline", "broken.json");
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err()).startsWith("broken.json:1:1: error[baseline/invalid]");
  }

  private String run(String... arguments) {
    return ScratchRepository.run(folder, lint(arguments)).out();
  }

  private List<String> findings(String... arguments) {
    String[] words = lint(arguments);
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--baseline";
    all[words.length + 1] = "known.json";
    return ScratchRepository.findings(folder, all);
  }

  // Of two checks only, so that others may come.
  private static String[] lint(String... arguments) {
    List<String> words = new ArrayList<>(List.of("rules", "lint"));
    words.addAll(List.of(arguments));
    if (!words.contains("--only")) {
      words.addAll(List.of("--only", "severity/missing,for/missing"));
    }
    return words.toArray(new String[0]);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }
}

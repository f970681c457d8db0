package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `--report` writes.
class ReportCommandTest {
  @TempDir Path folder;

  @Test
  void holdsTheDataOfASimulation() throws IOException {
    Path page = folder.resolve("page.html");
    SamplePage.simulate(page);
    String json =
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(SamplePage.json(Files.readString(page)))
            .replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"\"");
    Golden.assertMatches(Path.of("testdata/report/simulation.json"), json + "\n");
  }

  @Test
  void loadsNothingAndAllowsNothingElse() throws IOException {
    Path page = folder.resolve("page.html");
    SamplePage.simulate(page);
    String text = Files.readString(page);
    assertThat(text)
        .contains("default-src 'none'; style-src 'sha256-")
        .contains("; script-src 'sha256-")
        .doesNotContain("unsafe")
        .doesNotContain("innerHTML")
        .doesNotContainPattern("<(link|img|iframe|object|embed|base)\\b")
        .doesNotContainPattern(Pattern.compile("<script[^>]*\\bsrc="))
        .doesNotContainPattern("@import|url\\((?!#)");
    assertThat(Files.size(page)).isLessThan(300_000);
  }

  @Test
  void replacesAnOlderPageAndLeavesNothingElseBehind() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "old");
    assertThat(replay(page.toString())).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(names()).containsExactly("page.html");
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThat(replay(folder.resolve("missing/page.html").toString())).isEqualTo(2);
    assertThat(names()).isEmpty();
  }

  @Test
  void hidesSecretsOfMessagesAndAnnotations() throws IOException {
    Path config = folder.resolve("alertmanager.yml");
    Files.writeString(
        config,
        """
        route: {receiver: chat}
        receivers:
        - name: chat
          slack_configs:
          - api_url: https://hooks.slack.com/services/T0aa11bb22cc33
            channel: '#a'
            text: 'sent to https://hooks.slack.com/services/T0aa11bb22cc33'
        """);
    Path rules = folder.resolve("rules.yml");
    Files.writeString(
        rules,
        """
        groups:
        - name: a
          rules:
          - alert: Down
            expr: training_scheduler_active_workers == 0
            annotations: {runbook: 'https://me:T0aa11bb22cc33@wiki.example.com/a'}
        """);
    Path page = folder.resolve("page.html");
    SamplePage.write(
        page,
        "simulate",
        "--rules",
        rules.toString(),
        "--alertmanager",
        config.toString(),
        "--data",
        SamplePage.DATA);
    assertThat(page).content().contains("sent to **").doesNotContain("T0aa11bb22cc33");
  }

  @Test
  void rehearsesEachStackOnAPlaceOfItsOwn() throws IOException {
    Path page = folder.resolve("page.html");
    SamplePage.write(page, "rehearse", "testdata/gpu-fleet", "testdata/training-scheduler");
    JsonNode stacks = SamplePage.json(Files.readString(page)).get("stacks");
    assertThat(stacks.findValuesAsText("zone")).containsExactly("UTC", "UTC");
    assertThat(stacks.at("/0/parts")).hasSize(5);
    assertThat(stacks.at("/0/parts/0/items")).as("findings").isNotEmpty();
    assertThat(stacks.at("/0/parts/1/items")).as("unit tests").hasSize(9);
    assertThat(stacks.at("/0/parts/2/items")).as("route tests and scenarios").hasSize(13);
    assertThat(stacks.at("/0").has("alerts")).isFalse();
    assertThat(stacks.at("/1/alerts/list")).hasSize(6);
  }

  @Test
  void isNotForScenarios() throws IOException {
    Path story = folder.resolve("story.yml");
    Files.copy(Path.of("/dev/null"), story, StandardCopyOption.REPLACE_EXISTING);
    assertThat(
            SamplePage.run(
                "simulate", "--scenario", story.toString(), "--report", folder + "/page.html"))
        .isEqualTo(2);
    assertThat(names()).isEqualTo(List.of("story.yml"));
  }

  private int replay(String page) {
    return SamplePage.run(
        "rules", "replay", SamplePage.RULES, "--data", SamplePage.DATA, "--report", page);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

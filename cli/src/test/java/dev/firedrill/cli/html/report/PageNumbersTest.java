package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.labels.PrometheusDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page shows is what the same command writes as JSON, to the last digit.
class PageNumbersTest {
  private static final String[] DATA = {
    SamplePage.RULES, "--data", SamplePage.DATA, "--alertmanager", SamplePage.ALERTMANAGER
  };

  @TempDir Path folder;

  @Test
  void ofAReplay() throws IOException {
    JsonNode json = json(with(DATA, "rules", "replay"));
    PageWords words = words(0);
    assertAlerts(words, json.get("alerts"));
    assertNotifications(words, json);
    assertCoverage(words, json);
    assertThat(words.range()).containsExactly(json.get("start").asText(), json.get("end").asText());
  }

  @Test
  void ofAReplayOfWhatAServerRecorded() throws IOException {
    JsonNode json =
        json(
            "rules",
            "replay",
            "testdata/recorded/rules.yml",
            "--data",
            "testdata/recorded/training-run");
    PageWords words = words(0);
    assertAlerts(words, json.get("alerts"));
    assertCoverage(words, json);
  }

  @Test
  void ofASimulation() throws IOException {
    String[] simulate = with(DATA, "simulate", "--rules");
    JsonNode json = json(simulate);
    assertNotifications(words(0), json);
    assertThat(words(0).range())
        .containsExactly(json.get("start").asText(), json.get("end").asText());
    assertAlerts(words(0), read(with(DATA, "rules", "replay")).get("alerts"));
  }

  @Test
  void ofASweep() throws IOException {
    JsonNode json =
        json(
            "rules",
            "sweep",
            SamplePage.RULES,
            "--data",
            SamplePage.DATA,
            "--alert",
            "WorkerDisconnected",
            "--set",
            "for=1m,5m,15m");
    PageWords words = words(0);
    JsonNode sweep = words.stack().get("sweep");
    List<List<String>> cells = new ArrayList<>();
    for (JsonNode row : sweep.get("rows")) {
      List<String> texts = new ArrayList<>();
      row.get("cells").forEach(cell -> texts.add(words.text(cell)));
      cells.add(texts);
    }
    List<List<String>> expected = new ArrayList<>();
    for (JsonNode row : json.get("rows")) {
      expected.add(
          List.of(
              row.at("/set/for").asText(),
              row.get("firings").asText(),
              PrometheusDuration.format(Math.round(1000 * row.get("firing_seconds").asDouble())),
              row.get("flaps").asText(),
              row.get("instances").asText(),
              row.get("pages").asText()));
    }
    assertThat(cells).hasSize(3).isEqualTo(expected);
    assertThat(words.stack().at("/alerts/list")).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonNode alert = words.alerts().get(i);
      JsonNode row = json.get("rows").get(i);
      assertThat(alert.get("firings").asInt()).isEqualTo(row.get("firings").asInt());
      assertThat(alert.get("firing_seconds").asDouble())
          .isEqualTo(row.get("firing_seconds").asDouble());
    }
    assertCoverage(words, json);
  }

  @Test
  void ofARehearsal() throws IOException {
    JsonNode json = json("rehearse", "testdata/gpu-fleet", "testdata/training-scheduler");
    for (int i = 0; i < 2; i++) {
      JsonNode sections = json.at("/stacks/" + i + "/sections");
      List<JsonNode> parts = new ArrayList<>();
      for (JsonNode section : sections) {
        parts.add(((ObjectNode) section.deepCopy()).without("result"));
      }
      assertThat(words(i).parts()).isEqualTo(new ObjectMapper().valueToTree(parts));
      assertThat(words(i).text(words(i).stack().get("name")))
          .isEqualTo(json.at("/stacks/" + i + "/name").asText());
    }
    JsonNode sections = json.at("/stacks/1/sections");
    assertAlerts(words(1), sections.at("/3/result/alerts"));
    assertCoverage(words(1), sections.at("/3/result"));
    assertNotifications(words(1), sections.at("/4/result"));
  }

  private static void assertAlerts(PageWords words, JsonNode expected) {
    JsonNode alerts = words.alerts();
    JsonNode wanted = expected.deepCopy();
    boolean routed = wanted.at("/0").has("receivers");
    for (JsonNode alert : wanted) {
      ObjectNode one = (ObjectNode) alert;
      one.remove(List.of("evaluations", "longest_seconds", "receivers"));
      one.put("interval", one.get("interval").asDouble());
      one.put("firing_seconds", one.get("firing_seconds").asDouble());
      for (JsonNode instance : alert.get("instances")) {
        for (JsonNode interval : instance.get("intervals")) {
          ((ObjectNode) interval).put("in_gap", interval.path("in_gap").asBoolean());
        }
      }
    }
    if (!routed) {
      alerts.forEach(
          alert ->
              alert
                  .get("instances")
                  .forEach(instance -> ((ObjectNode) instance).remove("receivers")));
    }
    assertThat(alerts).isNotEmpty().isEqualTo(wanted);
  }

  private static void assertNotifications(PageWords words, JsonNode json) {
    JsonNode wanted = json.get("notifications").deepCopy();
    for (JsonNode each : wanted) {
      ((ObjectNode) each).remove("group_key");
      for (JsonNode alert : each.get("alerts")) {
        ((ObjectNode) alert).remove(List.of("annotations", "ends_at"));
      }
    }
    assertThat(words.notifications()).isNotEmpty().isEqualTo(wanted);
    JsonNode held = json.get("held_back").deepCopy();
    held.forEach(each -> ((ObjectNode) each).remove("route"));
    assertThat(words.held()).isEqualTo(held);
  }

  private static void assertCoverage(PageWords words, JsonNode json) {
    JsonNode coverage = words.stack().get("coverage");
    JsonNode data = json.get("data");
    assertThat(coverage.get("series")).isEqualTo(data.get("series"));
    assertThat(coverage.get("samples")).isEqualTo(data.get("samples"));
    assertThat(coverage.get("selectors").size() / 2).isEqualTo(data.get("selectors").asInt());
    assertThat(coverage.get("gaps").size() / 2).isEqualTo(data.get("gaps").size());
    List<Long> resolutions = new ArrayList<>();
    for (JsonNode each : data.get("resolutions")) {
      resolutions.add(Math.round(1000 * each.get("resolution").asDouble()));
      resolutions.add(each.get("series").asLong());
    }
    assertThat(coverage.get("resolutions")).extracting(JsonNode::asLong).isEqualTo(resolutions);
    assertThat(coverage.get("wanted").asLong())
        .isEqualTo(Math.round(1000 * data.at("/warm_up/wanted").asDouble()));
    assertThat(coverage.get("available").asLong())
        .isEqualTo(Math.round(1000 * data.at("/warm_up/available").asDouble()));
    if (json.has("failures")) {
      assertThat(coverage.get("failed").asInt()).isEqualTo(json.get("failures").size());
    }
  }

  // The command writes both.
  private JsonNode json(String... command) throws IOException {
    Path json = folder.resolve("result.json");
    String[] formats = {"--format", "json", "--output", json.toString()};
    SamplePage.write(folder.resolve("page.html"), with(formats, command));
    return new ObjectMapper().readTree(json.toFile());
  }

  private JsonNode read(String... command) throws IOException {
    Path json = folder.resolve("other.json");
    String[] formats = {"--format", "json", "--output", json.toString()};
    assertThat(SamplePage.run(with(formats, command))).isZero();
    return new ObjectMapper().readTree(json.toFile());
  }

  private PageWords words(int stack) throws IOException {
    return new PageWords(SamplePage.json(Files.readString(folder.resolve("page.html"))), stack);
  }

  private static String[] with(String[] last, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(Arrays.asList(last));
    return all.toArray(String[]::new);
  }
}

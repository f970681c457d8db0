package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenAlertsTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    StringBuilder series = new StringBuilder("# TYPE x gauge\n");
    for (long minute = 0; minute <= 120; minute++) {
      series.append("x ").append(minute % 30 < 10 ? 2 : 0);
      series.append(' ').append(minute * 60).append('\n');
    }
    Files.writeString(folder.resolve("x.om"), series + "# EOF\n");
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: records
          rules:
          - {record: x:rate5m, expr: 'rate(x[5m])'}
        - name: alerts
          rules:
          - {alert: High, expr: 'x:rate5m >= 0 and on () x > 1'}
          - {alert: Always, expr: 'x >= 0'}
          - {alert: Gone, expr: 'y > 0'}
        """);
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route:
          receiver: all
          group_by: [alertname]
          group_wait: 0s
          group_interval: 1m
          repeat_interval: 1h
        receivers: [{name: all, webhook_configs: [{url: 'http://localhost/'}]}]
        """);
  }

  private JsonNode run(int expected, String... words) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", "x.om", "--format", "json"));
    int status = InProcess.run(folder, out, err, all.toArray(String[]::new));
    assertThat(status).as("%s", err).isEqualTo(expected);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void withAnAlertmanagerAReplayOfSomeAlertsIsAboutThem() throws Exception {
    List<String> words =
        List.of("rules", "replay", "rules.yml", "--alertmanager", "alertmanager.yml");
    JsonNode all = run(0, words.toArray(String[]::new));
    List<String> some = new ArrayList<>(words);
    some.addAll(List.of("--alert", "High", "--require-data"));
    JsonNode chosen = run(0, some.toArray(String[]::new));
    assertThat(all.at("/data/without_data")).hasSize(1);
    assertThat(chosen.at("/data/without_data")).isEmpty();
    assertThat(names(all)).containsOnly("High", "Always");
    assertThat(names(chosen)).containsOnly("High");
    assertThat(chosen.at("/told/0/notifications").asInt())
        .isEqualTo(fired(all, "High"))
        .isPositive();
    some.set(some.indexOf("High"), "Gone");
    run(2, some.toArray(String[]::new));
  }

  @Test
  void alertsThatAreRenamedOnTheWayAreFollowed() throws Exception {
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        alerting:
          alert_relabel_configs:
          - {target_label: alertname, source_labels: [alertname], replacement: 'P-$1'}
        """);
    JsonNode chosen =
        run(
            0,
            "rules",
            "replay",
            "rules.yml",
            "--alertmanager",
            "alertmanager.yml",
            "--prometheus-config",
            "prometheus.yml",
            "--alert",
            "High");
    assertThat(names(chosen)).containsOnly("P-High");
  }

  @Test
  void aSweepTellsWhatIsRemarkedOnRecordsOfOtherGroups() throws Exception {
    JsonNode sweep = run(0, "rules", "sweep", "rules.yml", "--alert", "High", "--set", "for=0s,5m");
    assertThat(sweep.get("notes").toString())
        .contains("x:rate5m (rules.yml:4): PromQL info: metric might not be a counter");
  }

  @Test
  void ofManyRemarksTenAreTold() throws Exception {
    StringBuilder rules = new StringBuilder("groups: [{name: many, rules: [");
    for (int i = 0; i < 14; i++) {
      rules.append("{alert: A").append(i).append(", expr: 'rate(x[5m]) > 9'},");
    }
    Files.writeString(folder.resolve("many.yml"), rules + "]}]");
    JsonNode notes = run(0, "rules", "replay", "many.yml").get("notes");
    List<String> told = new ArrayList<>();
    notes.forEach(note -> told.add(note.asText()));
    told.removeIf(note -> !note.contains("PromQL"));
    assertThat(told).hasSize(11).endsWith("and 4 more remarks of PromQL on rules");
  }

  @Test
  void aWarmUpThatEndsAfterTheReplayHasNoEnd() throws Exception {
    JsonNode early = run(0, "rules", "replay", "rules.yml", "--end", "120");
    assertThat(early.at("/data/warm_up/until").isNull()).isTrue();
    JsonNode whole = run(0, "rules", "replay", "rules.yml");
    assertThat(whole.at("/data/warm_up/until").asText()).isEqualTo("1970-01-01T00:10:00.000Z");
  }

  private static List<String> names(JsonNode replay) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : replay.get("notifications")) {
      names.add(each.at("/alerts/0/labels/alertname").asText());
    }
    return names;
  }

  private static int fired(JsonNode replay, String alert) {
    int fired = 0;
    for (JsonNode each : replay.get("notifications")) {
      boolean own = each.at("/alerts/0/labels/alertname").asText().equals(alert);
      fired += own && each.get("status").asText().equals("firing") ? 1 : 0;
    }
    return fired;
  }
}

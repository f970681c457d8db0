package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a row of a sweep says is what a replay of the rules with its settings says.
class RulesSweepTest {
  private static final int MINUTES = 360;
  private static final String[] CALM = {"3", "6", "9"};

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    StringBuilder depth = new StringBuilder("# TYPE depth gauge\n");
    for (int minute = 0; minute <= MINUTES; minute++) {
      // Up for 20 minutes of each half hour, and for longer by and by.
      int value = minute % 30 < 20 ? 5 + minute / 60 : 0;
      depth.append("depth ").append(value).append(' ').append(minute * 60).append('\n');
    }
    Files.writeString(folder.resolve("depth.om"), depth + "# EOF\n");
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route: {receiver: all, group_wait: 30s, group_interval: 20m, repeat_interval: 4h}
        receivers: [{name: all, webhook_configs: [{url: 'http://localhost/'}]}]
        """);
  }

  private JsonNode run(List<String> more, String... words) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(Stream.of(words), more.stream()).toArray(String[]::new);
    assertThat(InProcess.run(folder, out, err, all)).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private void writeRule(String threshold, String settings) throws Exception {
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, "
            + settings
            + "rules: [{alert: Deep, expr: 'depth > "
            + threshold
            + "', for: 2m}]}]\n");
  }

  private static int pages(JsonNode replay) {
    int pages = 0;
    for (JsonNode each : replay.get("notifications")) {
      pages += each.get("status").asText().equals("firing") ? 1 : 0;
    }
    return pages;
  }

  @Test
  void knowsWhatAlertmanagerToldBeforeTheStart() throws Exception {
    List<String> late =
        List.of(
            "rules.yml",
            "--data",
            "depth.om",
            "--alertmanager",
            "alertmanager.yml",
            "--start",
            "-170m",
            "--format",
            "json");
    writeRule(CALM[0], "");
    JsonNode rows =
        run(late, "rules", "sweep", "--alert", "Deep", "--set", "3=" + String.join(",", CALM))
            .get("rows");
    assertThat(rows).hasSize(CALM.length);
    for (JsonNode row : rows) {
      writeRule(row.at("/set/3").asText(), "");
      JsonNode replay = run(late, "rules", "replay");
      assertThat(row.get("pages").asInt()).isEqualTo(pages(replay));
      assertThat(row.get("firings")).isEqualTo(replay.at("/alerts/0/firings"));
      assertThat(row.get("firing_seconds")).isEqualTo(replay.at("/alerts/0/firing_seconds"));
    }
  }

  @Test
  void firesFromTheStartWhereItWasPendingAnIntervalBefore() throws Exception {
    // Evaluated at 182 and 189 minutes, among others.
    writeRule("3", "interval: 7m, ");
    JsonNode replay =
        run(
            List.of("--start", "11100", "--end", "12000", "--format", "json"),
            "rules",
            "replay",
            "rules.yml",
            "--data",
            "depth.om");
    assertThat(replay.at("/alerts/0/instances/0/intervals/0/state").asText()).isEqualTo("firing");
    assertThat(replay.at("/alerts/0/instances/0/intervals/0/start").asText())
        .isEqualTo("1970-01-01T03:09:00.000Z");
  }

  @Test
  void aFiringThatEndsAsAnIncidentBeginsIsNotAboutIt() throws Exception {
    writeRule("3", "");
    // It fires from minute 2 to 20 of each half hour.
    Files.writeString(
        folder.resolve("incidents.csv"), "name,start,end\nlate,1200,1260\nintime,1199,1260\n");
    JsonNode row =
        run(
                List.of("--incidents", "incidents.csv", "--tolerance", "0s", "--format", "json"),
                "rules",
                "sweep",
                "rules.yml",
                "--alert",
                "Deep",
                "--set",
                "for=2m",
                "--data",
                "depth.om")
            .at("/rows/0");
    assertThat(row.get("caught").asInt()).isOne();
    assertThat(row.get("missed_incidents").toString()).contains("late");
  }

  @Test
  void anIncidentInAGapOfOthersThatWasCaughtIsRecorded() throws Exception {
    // One pod is scraped every 15s and is away for 20 minutes, the other every minute all the time.
    StringBuilder depth = new StringBuilder("# TYPE depth gauge\n");
    for (int second = 0; second <= 7200; second += 15) {
      if (second < 3600 || second > 4800) {
        depth.append("depth{pod=\"a\"} 5 ").append(second).append('\n');
      }
    }
    for (int second = 0; second <= 7200; second += 60) {
      int value = second > 3700 && second < 4700 ? 5 : 0;
      depth.append("depth{pod=\"b\"} ").append(value).append(' ').append(second).append('\n');
    }
    Files.writeString(folder.resolve("depth.om"), depth + "# EOF\n");
    Files.writeString(
        folder.resolve("incidents.yml"),
        """
        incidents:
        - {start: 1970-01-01T01:05:00Z, end: 1970-01-01T01:10:00Z, labels: {pod: b}}
        - {start: 1970-01-01T01:08:00Z, end: 1970-01-01T01:09:00Z, labels: {pod: a}}
        """);
    writeRule("3", "");
    JsonNode sweep =
        run(
            List.of(
                "--incidents=incidents.yml", "--tolerance=0s", "--format=json", "--set=for=0s,2m"),
            "rules",
            "sweep",
            "rules.yml",
            "--data",
            "depth.om",
            "--alert",
            "Deep");
    assertThat(sweep.get("incidents_unrecorded").asInt()).isEqualTo(1);
    for (JsonNode row : sweep.get("rows")) {
      assertThat(row.get("caught").asInt()).isEqualTo(1);
      assertThat(row.at("/unrecorded_incidents/0").toString()).contains("01:08:00");
    }
  }
}

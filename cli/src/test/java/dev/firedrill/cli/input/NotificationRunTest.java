package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.Main;
import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationRunTest {
  private static final String STACK = "testdata/training-scheduler/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T08:37:00Z",
        "2026-11-20T09:00:00Z",
        "2026-11-20T09:20:00Z",
        "2026-11-20T09:41:30Z",
        "2026-11-20T10:05:00Z"
      })
  void aLaterStartShowsTheRestOfTheSame(String start) throws IOException {
    List<String> after = new ArrayList<>();
    for (JsonNode each : notifications()) {
      if (each.get("time").asText().compareTo(start.replace("Z", ".000Z")) >= 0) {
        after.add(each.toString());
      }
    }
    List<String> shown = new ArrayList<>();
    notifications("--start", start).forEach(each -> shown.add(each.toString()));
    assertThat(shown).isEqualTo(after);
  }

  private static JsonNode notifications(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "simulate",
                "--rules",
                STACK + "monitoring/prometheus/alert_rules.yml",
                "--alertmanager",
                STACK + "monitoring/alertmanager/config.yml",
                "--data",
                STACK + "recordings/scheduler.om",
                "--format",
                "json"));
    command.addAll(List.of(more));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Session session =
        new Session(
            Repository.root(), new ByteArrayInputStream(new byte[0]), writer, writer, false);
    assertThat(Main.run(session, command.toArray(String[]::new))).isZero();
    writer.flush();
    return new ObjectMapper().readTree(out.toString()).get("notifications");
  }
}

package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A stack whose two alerts fire together again and again.
record PairedAlerts(Path folder) {
  private static final long MINUTE = 60;

  /// Writes the files.
  ///
  /// @param names of the alerts, the graver first
  /// @param instances of each
  /// @param minutes how long the recording is
  void write(List<String> names, int instances, int minutes) throws IOException {
    StringBuilder series = new StringBuilder("# TYPE x gauge\n");
    for (int instance = 0; instance < instances; instance++) {
      for (int minute = 0; minute <= minutes; minute += 4) {
        series.append("x{pod=\"p").append(instance).append("\"} ");
        series.append(minute % 120 < 100 ? 5 : 0).append(' ').append(minute * MINUTE).append('\n');
      }
    }
    Files.writeString(folder.resolve("x.om"), series + "# EOF\n");
    ObjectMapper json = new ObjectMapper();
    StringBuilder rules = new StringBuilder("groups: [{name: g, rules: [\n");
    for (int i = 0; i < names.size(); i++) {
      rules.append("{alert: ").append(json.writeValueAsString(names.get(i)));
      rules.append(", expr: 'x > ").append(i == 0 ? 1 : 2).append("', labels: {severity: ");
      rules.append(i == 0 ? "critical" : "warning").append("}},\n");
    }
    Files.writeString(folder.resolve("rules.yml"), rules + "]}]\n");
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route:
          receiver: all
          group_by: [alertname, pod]
          group_wait: 1s
          group_interval: 1m
          repeat_interval: 4h
        receivers: [{name: all, webhook_configs: [{url: 'http://localhost/'}]}]
        """);
  }

  /// {@return what the noise report says of the pair}
  JsonNode together(String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("rules", "replay", "rules.yml", "--data", "x.om", "--noise", "--format=json"));
    words.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = InProcess.run(folder, out, err, words.toArray(String[]::new));
    assertThat(status).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString()).at("/noise/together");
  }
}

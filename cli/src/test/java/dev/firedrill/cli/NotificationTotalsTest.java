package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTotalsTest {
  // 2026-10-25, the Sunday on which Berlin's clocks go back at 01:00 UTC.
  private static final long MIDNIGHT = 1_792_886_400L;

  @TempDir private Path folder;

  private JsonNode told(String zone) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        InProcess.run(
            folder,
            out,
            err,
            "rules",
            "replay",
            "rules.yml",
            "--data",
            "x.om",
            "--alertmanager",
            "alertmanager.yml",
            "--timezone",
            zone,
            "--format",
            "json");
    assertThat(status).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString()).at("/told/0");
  }

  @Test
  void nightsAndWeekendsAreThoseOfTheTimeZone() throws Exception {
    StringBuilder series = new StringBuilder("# TYPE x gauge\n");
    // From 20:30 on Saturday to 06:00 on Monday, UTC.
    for (long minute = -210; minute <= 30 * 60; minute++) {
      int value = Math.floorMod(minute, 30) == 0 ? 1 : 0;
      series.append("x ").append(value).append(' ').append(MIDNIGHT + minute * 60).append('\n');
    }
    Files.writeString(folder.resolve("x.om"), series + "# EOF\n");
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, rules: [{alert: X, expr: 'x == 1', labels: {at: '{{ $value }}'}}]}]\n");
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route: {receiver: all, group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
        receivers: [{name: all, webhook_configs: [{url: 'http://localhost/'}]}]
        """);
    Map<String, String> expected =
        Map.of("UTC", "68 35 55", "Europe/Berlin", "68 37 53", "Asia/Tokyo", "68 21 37");
    for (Map.Entry<String, String> zone : expected.entrySet()) {
      JsonNode told = told(zone.getKey());
      assertThat(told.get("receiver").asText()).isEqualTo("all");
      assertThat(told.get("by_hour")).hasSize(24);
      assertThat(
              told.get("notifications").asText()
                  + " "
                  + told.get("night").asText()
                  + " "
                  + told.get("weekend").asText())
          .as(zone.getKey())
          .isEqualTo(zone.getValue());
    }
  }
}

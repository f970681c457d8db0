package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeIntervalConformanceTest {
  private final List<String> wrong = new ArrayList<>();

  @Test
  void readsAndJudgesAsAlertmanagerDoes() {
    int read = 0;
    int judged = 0;
    for (JsonNode row : ConformanceRows.of("timeintervals.jsonl")) {
      if (row.has("ok")) {
        read(row);
        read++;
      } else {
        judge(row);
        judged++;
      }
    }
    System.out.println(
        "time intervals: " + read + " read, " + judged + " judged, " + wrong.size() + " wrong");
    assertThat(wrong).isEmpty();
    assertThat(read).isPositive();
    assertThat(judged).isPositive();
  }

  private void read(JsonNode row) {
    AlertmanagerReading reading = reading(named(row), "x");
    String refusal = reading.refusal().map(TimeIntervalConformanceTest::withoutLine).orElse(null);
    JsonNode error = row.get("error");
    boolean asWanted =
        row.get("ok").asBoolean()
            ? refusal == null
            : refusal != null && (error.isNull() || refusal.equals(withoutLine(error.asText())));
    if (!asWanted) {
      wrong.add(row + "\n got " + refusal);
    }
    if (row.has("minutes") && refusal == null) {
      TimeOfDayRange times =
          Optional.ofNullable(
                  config(reading).timeInterval("x").orElseThrow().windows().getFirst().times())
              .orElseThrow()
              .getFirst()
              .value();
      assertThat(times)
          .isEqualTo(
              new TimeOfDayRange(
                  row.get("minutes").get(0).asInt(), row.get("minutes").get(1).asInt()));
    }
  }

  private void judge(JsonNode row) {
    Instant time = OffsetDateTime.parse(row.get("time").asText()).toInstant();
    boolean active = row.get("active").asBoolean();
    if (row.has("struct_only")) {
      if (fromStruct(row).contains(time) != active) {
        wrong.add(row.toString());
      }
      return;
    }
    List<String> names = new ArrayList<>();
    if (row.has("mute")) {
      row.get("mute").forEach(name -> names.add(name.asText()));
    } else {
      names.add("x");
    }
    AlertmanagerConfig config = config(reading(named(row), String.join(", ", names)));
    RouteMute mute = RouteMute.of(config.route().routes().getFirst(), config, time);
    List<String> blamed = new ArrayList<>();
    row.path("muted_by").forEach(name -> blamed.add(name.asText()));
    if (mute.muted() != active || (row.has("muted_by") && !mute.names().equals(blamed))) {
      wrong.add(row + "\n got " + mute);
    }
  }

  // What no file may say: from the last but 30th day to the 31st.
  private static TimeWindow fromStruct(JsonNode row) {
    Location place = new Location(SourceFile.of("a.yml", ""), Span.at(0));
    assertThat(row.get("interval").asText()).contains("-31:31").contains("june");
    return new TimeWindow(
        null,
        null,
        List.of(new Located<>(new DayOfMonthRange(-31, 31), place)),
        List.of(new Located<>(new CalendarRange(6, 6), place)),
        null,
        null,
        place);
  }

  private static String named(JsonNode row) {
    if (row.has("named_intervals")) {
      return row.get("named_intervals").asText();
    }
    String windows =
        row.has("interval")
            ? "- " + row.get("interval").asText().replace("---\n", "").strip().indent(2).strip()
            : row.get("interval_list").asText().replace("---\n", "");
    return "- name: x\n  time_intervals:\n" + windows.indent(2);
  }

  private static AlertmanagerReading reading(String intervals, String mute) {
    String text =
        "route: {receiver: a, routes: [{mute_time_intervals: ["
            + mute
            + "]}]}\nreceivers: [{name: a}]\ntime_intervals:\n"
            + intervals;
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT);
  }

  private static AlertmanagerConfig config(AlertmanagerReading reading) {
    assertThat(reading.refusal()).isEmpty();
    return reading.loaded().get().orElseThrow();
  }

  private static String withoutLine(String message) {
    return message.replaceAll("line \\d+", "line").strip();
  }
}

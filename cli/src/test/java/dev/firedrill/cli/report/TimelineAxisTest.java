package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimelineAxisTest {
  @Test
  void staysAtRoundTimesWhereClocksArePutBack() {
    assertThat(axis("Europe/Berlin", "2025-10-25T20:00:00Z", "2025-10-26T10:00:00Z", 80))
        .isEqualTo(
            "22:00=20:00 00:00=22:00 02:00=00:00 02:00=01:00 04:00=03:00 06:00=05:00 08:00=07:00"
                + " 10:00=09:00");
  }

  @Test
  void staysAtRoundTimesWhereClocksArePutForward() {
    assertThat(axis("Europe/Berlin", "2025-03-29T22:00:00Z", "2025-03-30T08:00:00Z", 110))
        .startsWith("23:00=22:00 00:00=23:00 01:00=00:00 03:00=01:00 04:00=02:00");
  }

  @Test
  void isRoundInZonesOfHalfHours() {
    assertThat(axis("Asia/Kolkata", "2025-01-01T00:00:00Z", "2025-01-01T09:00:00Z", 60))
        .isEqualTo("06:00=00:30 08:00=02:30 10:00=04:30 12:00=06:30 14:00=08:30");
  }

  @Test
  void followsClocksThatArePutBackByHalfAnHour() {
    assertThat(axis("Australia/Lord_Howe", "2025-04-05T12:00:00Z", "2025-04-05T22:00:00Z", 60))
        .isEqualTo("00:00=13:00 02:00=15:30 04:00=17:30 06:00=19:30 08:00=21:30");
  }

  @Test
  void startsWeeksOnMondays() {
    assertThat(days("2025-04-01T00:00:00Z", "2025-05-15T00:00:00Z", 100))
        .containsExactly(
            "2025-04-07", "2025-04-14", "2025-04-21", "2025-04-28", "2025-05-05", "2025-05-12");
  }

  @Test
  void startsMonthsAndYearsOnTheirFirstDays() {
    assertThat(days("2024-11-05T00:00:00Z", "2025-12-01T00:00:00Z", 70))
        .containsExactly("2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01");
    assertThat(days("1990-06-01T00:00:00Z", "2025-12-01T00:00:00Z", 60))
        .containsExactly("2000-01-01", "2010-01-01", "2020-01-01");
  }

  private static String axis(String zone, String start, String end, int columns) {
    return ticks(zone, start, end, columns).stream()
        .map(
            each ->
                each.label() + "=" + Instant.ofEpochMilli(each.time()).toString().substring(11, 16))
        .collect(Collectors.joining(" "));
  }

  private static List<String> days(String start, String end, int columns) {
    return ticks("UTC", start, end, columns).stream().map(TimelineAxis.Tick::label).toList();
  }

  private static List<TimelineAxis.Tick> ticks(String zone, String start, String end, int columns) {
    TimeRange range =
        new TimeRange(Instant.parse(start).toEpochMilli(), Instant.parse(end).toEpochMilli());
    double column = (range.last() - range.first() + 1) / (double) columns;
    return new TimelineAxis(range, new ClockText(ZoneId.of(zone)), column).ticks();
  }
}

package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // an empty list never holds, a null says nothing
        "{}                                             | 2026-05-04T12:00:00Z      | true",
        "{times: []}                                    | 2026-05-04T12:00:00Z      | false",
        "{times: ~}                                     | 2026-05-04T12:00:00Z      | true",
        "{years: []}                                    | 2026-05-04T12:00:00Z      | false",
        // a null item is Go's zero value: Sunday, and no other thing that comes
        "{weekdays: [~]}                                | 2026-05-03T12:00:00Z      | true",
        "{weekdays: [~]}                                | 2026-05-04T12:00:00Z      | false",
        "{times: [~]}                                   | 2026-05-04T00:00:00Z      | false",
        "{days_of_month: [~]}                           | 2026-05-01T00:00:00Z      | false",
        "{months: [0, 13]}                              | 2026-12-01T00:00:00Z      | false",
        // the end of a month
        "{days_of_month: [-1]}                          | 2028-02-29T12:00:00Z      | true",
        "{days_of_month: [-1]}                          | 2027-02-28T12:00:00Z      | true",
        "{days_of_month: [-1]}                          | 2028-02-28T12:00:00Z      | false",
        "{days_of_month: [-1]}                          | 2100-02-28T12:00:00Z      | true",
        "{days_of_month: [31]}                          | 2026-04-30T12:00:00Z      | false",
        "{days_of_month: ['30:31']}                     | 2026-04-30T12:00:00Z      | true",
        "{days_of_month: ['-31:-28']}                   | 2026-02-01T12:00:00Z      | true",
        "{days_of_month: ['-31:-30']}                   | 2026-02-01T12:00:00Z      | false",
        // months in which the clocks change have as many days as ever
        "{days_of_month: [-1], location: Europe/Berlin} | 2026-03-31T12:00:00Z      | true",
        "{days_of_month: [-1], location: Europe/Berlin} | 2026-03-30T12:00:00Z      | false",
        "{days_of_month: [-1], location: Europe/Berlin} | 2026-10-31T12:00:00Z      | true",
        // the hour that comes twice, and the one that does not come
        "{times: [{start_time: '02:00', end_time: '03:00'}], location: Europe/Berlin} |"
            + " 2026-10-25T00:30:00Z | true",
        "{times: [{start_time: '02:00', end_time: '03:00'}], location: Europe/Berlin} |"
            + " 2026-10-25T01:59:59Z | true",
        "{times: [{start_time: '02:00', end_time: '03:00'}], location: Europe/Berlin} |"
            + " 2026-10-25T02:00:00Z | false",
        "{times: [{start_time: '02:00', end_time: '03:00'}], location: Europe/Berlin} |"
            + " 2026-03-29T00:59:59Z | false",
        "{times: [{start_time: '02:00', end_time: '03:00'}], location: Europe/Berlin} |"
            + " 2026-03-29T01:00:00Z | false",
        // the time's own offset does not count
        "{weekdays: [monday]}                           | 2026-05-04T00:30:00+01:00 | false",
        "{weekdays: [sunday]}                           | 2026-05-04T00:30:00+01:00 | true",
        "{weekdays: [monday], location: ''}             | 2026-05-04T00:30:00Z      | true",
        // zones of a quarter of an hour, and links of old
        "{times: [{start_time: '05:45', end_time: '05:46'}], location: Asia/Kathmandu} |"
            + " 2026-05-04T00:00:59Z | true",
        "{times: [{start_time: '19:00', end_time: '24:00'}], location: EST} | 2026-07-04T00:00:00Z"
            + " | true",
      })
  void containsWhatTheClockAndCalendarThereShow(String window, String time, boolean contained) {
    assertThat(read(window).contains(OffsetDateTime.parse(time).toInstant())).isEqualTo(contained);
  }

  @Test
  void everyRangeKnowsItsPlace() {
    TimeWindow window = read("{weekdays: ['monday:friday'], location: Europe/Berlin}");

    Located<CalendarRange> days = Optional.ofNullable(window.weekdays()).orElseThrow().getFirst();
    assertThat(days.value()).isEqualTo(new CalendarRange(1, 5));
    assertThat(days.location().start().line()).isEqualTo(6);
    assertThat(days.location().start().column()).isEqualTo(18);
    assertThat(Optional.ofNullable(window.zone()).orElseThrow().location().start().column())
        .isEqualTo(45);
  }

  private static TimeWindow read(String window) {
    String text =
        """
        route: {receiver: a}
        receivers: [{name: a}]
        time_intervals:
        - name: x
          time_intervals:
          - %s
        """
            .formatted(window);
    AlertmanagerReading reading =
        AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT);
    assertThat(reading.refusal()).isEmpty();
    return reading
        .loaded()
        .get()
        .orElseThrow()
        .timeInterval("x")
        .orElseThrow()
        .windows()
        .getFirst();
  }
}

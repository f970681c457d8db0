package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Compares with lists of all that is meant, made by walking through the calendar.
class TimeWindowProperties {
  // From 2000 to 2100, with times of day that are not round.
  private static final long FIRST = 946_684_800L;
  private static final long LAST = 4_102_444_800L;

  @Property
  void daysOfAMonthAreThoseCountedOffFromEitherEnd(
      @ForAll("days") int first,
      @ForAll("days") int last,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = FIRST, max = LAST) long seconds) {
    LocalDate date = Instant.ofEpochSecond(seconds).atZone(zone).toLocalDate();
    List<LocalDate> month =
        date.withDayOfMonth(1).datesUntil(date.withDayOfMonth(1).plusMonths(1)).toList();
    int from = first > 0 ? first - 1 : month.size() + first;
    int to = last > 0 ? last - 1 : month.size() + last;
    boolean meant = false;
    for (int i = Math.max(0, from); i <= Math.min(to, month.size() - 1); i++) {
      meant |= month.get(i).equals(date);
    }
    assertThat(new DayOfMonthRange(first, last).contains(date.getDayOfMonth(), month.size()))
        .isEqualTo(meant);
  }

  @Property
  void weekdaysAndMonthsAreThoseFromTheFirstNamedToTheLast(
      @ForAll @IntRange(max = 6) int first,
      @ForAll @IntRange(max = 6) int last,
      @ForAll Month from,
      @ForAll Month to,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = FIRST, max = LAST) long seconds) {
    List<DayOfWeek> days = new ArrayList<>();
    for (int day = Math.min(first, last); day <= Math.max(first, last); day++) {
      days.add(DayOfWeek.SUNDAY.plus(day));
    }
    List<Month> months =
        List.of(Month.values())
            .subList(
                Math.min(from.getValue(), to.getValue()) - 1,
                Math.max(from.getValue(), to.getValue()));
    LocalDate date = Instant.ofEpochSecond(seconds).atZone(zone).toLocalDate();
    String text =
        "{weekdays: ['%s:%s'], months: ['%s:%s'], location: '%s'}"
            .formatted(
                days.getFirst(),
                days.getLast(),
                months.getFirst().getValue(),
                months.getLast(),
                zone)
            .replace("'Z'", "''");
    assertThat(window(text).contains(Instant.ofEpochSecond(seconds)))
        .isEqualTo(days.contains(date.getDayOfWeek()) && months.contains(date.getMonth()));
  }

  @Property
  void timesOfDayAreReadFromTheClockOfTheZone(
      @ForAll("ranges") TimeOfDayRange range,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = FIRST, max = LAST) long seconds) {
    LocalTime clock = Instant.ofEpochSecond(seconds).atZone(zone).toLocalTime();
    boolean meant =
        !clock.isBefore(LocalTime.ofSecondOfDay(range.start() * 60L))
            && (range.end() == 1440 || clock.isBefore(LocalTime.ofSecondOfDay(range.end() * 60L)));
    String text =
        String.format(
            Locale.ROOT,
            "{times: [{start_time: '%02d:%02d', end_time: '%02d:%02d'}], location: %s}",
            range.start() / 60,
            range.start() % 60,
            range.end() / 60,
            range.end() % 60,
            zone);
    assertThat(window(text).contains(Instant.ofEpochSecond(seconds))).isEqualTo(meant);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll("soup") String text) {
    for (String field : List.of("times", "weekdays", "days_of_month", "months", "years")) {
      AlertmanagerReading reading = reading("{" + field + ": ['" + text + "']}");
      assertThat(reading.loaded().diagnostics().isEmpty()).isEqualTo(reading.refusal().isEmpty());
    }
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "1", "31", "-", "+", ":", "monday", "MAY", "sunday", "0", "99999999999", " ", "é", "İ")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<TimeOfDayRange> ranges() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1439), Arbitraries.integers().between(1, 1440))
        .as((start, length) -> new TimeOfDayRange(start, Math.min(1440, start + length)));
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(-31, 31).filter(day -> day != 0);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/St_Johns")
        .map(ZoneId::of);
  }

  private static TimeWindow window(String text) {
    return reading(text)
        .loaded()
        .get()
        .orElseThrow()
        .timeInterval("x")
        .orElseThrow()
        .windows()
        .getFirst();
  }

  private static AlertmanagerReading reading(String window) {
    String text =
        "route: {receiver: a}\nreceivers: [{name: a}]\ntime_intervals:\n"
            + "- name: x\n  time_intervals:\n  - "
            + window;
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT);
  }
}

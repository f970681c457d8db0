package dev.firedrill.cli.report;

import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// Times for people, in one time zone.
///
/// A time that clocks show twice, since they are put back then, has its offset: `02:35:00+01:00`.
public record ClockText(ZoneId zone) {
  /// {@return `2026-11-20 08:35:15`, with milliseconds where there are any}
  public String full(long millis) {
    return full(at(millis));
  }

  private static String full(ZonedDateTime time) {
    return day(time) + " " + told(time);
  }

  /// {@return the time without its day where that is the day of the other}
  String after(long other, long millis) {
    ZonedDateTime time = at(millis);
    boolean sameDay = at(other).toLocalDate().equals(time.toLocalDate());
    return sameDay ? told(time) : full(time);
  }

  /// {@return both ends of a range}
  String range(TimeRange range) {
    return full(range.first()) + " to " + after(range.first(), range.last());
  }

  /// {@return a label for a time axis}
  /// @param step milliseconds between the labels
  String tick(long millis, long step) {
    ZonedDateTime time = at(millis);
    if (step >= 86_400_000) {
      return day(time);
    }
    return clock(time, step < 60_000);
  }

  /// {@return milliseconds by which local time is ahead}
  long offset(long millis) {
    return at(millis).getOffset().getTotalSeconds() * 1000L;
  }

  /// {@return when clocks show a time: the first time where they do so twice, and where they never
  ///     do, as much later as they were put forward}
  /// @param local milliseconds since the epoch as clocks count them
  long instant(long local) {
    LocalDateTime shown = LocalDateTime.ofEpochSecond(local / 1000, 0, ZoneOffset.UTC);
    return shown.atZone(zone).toInstant().toEpochMilli();
  }

  /// {@return each time at which clocks show a time: none, one or two}
  /// @param local milliseconds since the epoch as clocks count them
  List<Long> instants(long local) {
    LocalDateTime shown = LocalDateTime.ofEpochSecond(local / 1000, 0, ZoneOffset.UTC);
    List<Long> instants = new ArrayList<>();
    for (ZoneOffset offset : zone.getRules().getValidOffsets(shown)) {
      instants.add(local - offset.getTotalSeconds() * 1000L);
    }
    return instants;
  }

  /// {@return the day of a time}
  LocalDate date(long millis) {
    return at(millis).toLocalDate();
  }

  /// {@return `7m`, `1h30m`, `1m500ms`; what is longer than a minute to the tenth of a second, what
  ///     is longer than ten to the second}
  public static String duration(long millis) {
    long unit = millis > 600_000 ? 1000 : millis > 60_000 ? 100 : 1;
    return PrometheusDuration.format((millis + unit / 2) / unit * unit);
  }

  /// {@return RFC 3339 in UTC with milliseconds}
  static String rfc3339(long millis) {
    ClockText utc = new ClockText(ZoneId.of("UTC"));
    ZonedDateTime time = utc.at(millis);
    StringBuilder out = new StringBuilder(day(time)).append('T').append(clock(time, true));
    if (time.getNano() == 0) {
      out.append(".000");
    }
    return out.append('Z').toString();
  }

  private ZonedDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone);
  }

  private static String told(ZonedDateTime time) {
    String clock = clock(time, true);
    int meanings = time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size();
    return meanings > 1 ? clock + time.getOffset() : clock;
  }

  private static String day(ZonedDateTime time) {
    StringBuilder out = new StringBuilder();
    padded(out, time.getYear(), 4).append('-');
    padded(out, time.getMonthValue(), 2).append('-');
    return padded(out, time.getDayOfMonth(), 2).toString();
  }

  private static String clock(ZonedDateTime time, boolean seconds) {
    StringBuilder out = new StringBuilder();
    padded(out, time.getHour(), 2).append(':');
    padded(out, time.getMinute(), 2);
    if (seconds) {
      padded(out.append(':'), time.getSecond(), 2);
      if (time.getNano() != 0) {
        padded(out.append('.'), time.getNano() / 1_000_000, 3);
      }
    }
    return out.toString();
  }

  private static StringBuilder padded(StringBuilder out, int number, int width) {
    int least = 10;
    for (int digits = 1; digits < width; digits++, least *= 10) {
      out.append(number < least ? "0" : "");
    }
    return out.append(number);
  }
}

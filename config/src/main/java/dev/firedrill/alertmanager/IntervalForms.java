package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.GoQuote;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the texts in a time interval become ranges and a zone, with the words that Alertmanager
/// refuses them in.
final class IntervalForms {
  private static final List<String> WEEKDAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final int SHORTEST_MONTH = 28;
  // Zones of the tz database that Java's copy leaves out, by those that they are links to.
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei");

  private IntervalForms() {}

  static TimeOfDayRange times(String start, String end) throws IntervalSyntaxException {
    if (start.isEmpty() || end.isEmpty()) {
      throw new IntervalSyntaxException(
          "both start and end times must be provided",
          "write {start_time: '09:00', end_time: ...}");
    }
    TimeOfDayRange range = new TimeOfDayRange(minute(start), minute(end));
    if (range.start() >= range.end()) {
      throw new IntervalSyntaxException(
          "start time cannot be equal or greater than end time",
          "a range over midnight takes two: one until '24:00' and one from '00:00'");
    }
    return range;
  }

  private static int minute(String text) throws IntervalSyntaxException {
    if (text.length() == 5 && text.charAt(2) == ':') {
      int hour = twoDigits(text, 0);
      int minute = twoDigits(text, 3);
      if (hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= 24 * 60) {
        return hour * 60 + minute;
      }
    }
    throw new IntervalSyntaxException(
        "couldn't parse timestamp " + text + ", invalid format",
        "write hours and minutes with two digits each, '00:00' to '24:00'");
  }

  private static int twoDigits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  static CalendarRange weekdays(String text) throws IntervalSyntaxException {
    CalendarRange range = range(text, IntervalForms::weekday);
    if (range.first() > range.last()) {
      throw new IntervalSyntaxException(
          "start day cannot be before end day",
          "the week ends on Saturday; a range over its end takes two");
    }
    return range;
  }

  private static long weekday(String text) throws IntervalSyntaxException {
    int index = WEEKDAYS.indexOf(text);
    if (index < 0) {
      throw new IntervalSyntaxException(
          text + " is not a valid weekday", nearest(text, WEEKDAYS, "weekdays"));
    }
    return index;
  }

  static CalendarRange months(String text) throws IntervalSyntaxException {
    CalendarRange range = range(text, IntervalForms::month);
    if (range.first() > range.last()) {
      throw new IntervalSyntaxException(
          "end month "
              + monthName(range.last())
              + " is before start month "
              + monthName(range.first()),
          "a range over the end of the year takes two");
    }
    return range;
  }

  private static long month(String text) throws IntervalSyntaxException {
    int index = MONTHS.indexOf(text);
    if (index >= 0) {
      return index + 1L;
    }
    try {
      return number(text);
    } catch (IntervalSyntaxException notNumber) {
      IntervalSyntaxException refused =
          new IntervalSyntaxException(
              text + " is not a valid month", nearest(text, MONTHS, "months"));
      refused.addSuppressed(notNumber);
      throw refused;
    }
  }

  // Numbers that no month has have no name in Alertmanager's message either.
  private static String monthName(long month) {
    return month < 1 || month > 12 ? "" : MONTHS.get((int) month - 1);
  }

  static CalendarRange years(String text) throws IntervalSyntaxException {
    CalendarRange range = range(text, IntervalForms::number);
    if (range.first() > range.last()) {
      throw new IntervalSyntaxException(
          "end year " + range.last() + " is before start year " + range.first(), null);
    }
    return range;
  }

  static DayOfMonthRange daysOfMonth(String text) throws IntervalSyntaxException {
    CalendarRange range = range(text, IntervalForms::number);
    long first = range.first();
    long last = range.last();
    for (long day : new long[] {first, last}) {
      if (day == 0 || day < -31 || day > 31) {
        throw new IntervalSyntaxException(
            day + " is not a valid day of the month: out of range",
            "days count from 1 to 31, or from -1, the last one, to -31");
      }
    }
    if (first < 0 && last > 0) {
      throw new IntervalSyntaxException(
          "end day must be negative if start day is negative", "-1 is the last day of a month");
    }
    // Alertmanager compares as if every month were of the shortest kind, and counts one day short.
    long from = first < 0 ? SHORTEST_MONTH + first : first;
    long to = last < 0 ? SHORTEST_MONTH + last : last;
    if (from > to) {
      throw new IntervalSyntaxException(
          "end day " + last + " is always before start day " + first, null);
    }
    return new DayOfMonthRange((int) first, (int) last);
  }

  static ZoneId zone(String text) throws IntervalSyntaxException {
    if (text.isEmpty() || text.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (text.equals("Local")) {
      return ZoneId.systemDefault();
    }
    if (text.contains("..") || text.startsWith("/") || text.startsWith("\\")) {
      throw new IntervalSyntaxException(
          "time: invalid location name", "write a zone's name, as in 'Europe/Paris'");
    }
    Set<String> known = ZoneRulesProvider.getAvailableZoneIds();
    String zone = LINKS.getOrDefault(text, text);
    // Java has some zones that the tz database has long lost.
    if (!known.contains(zone) || zone.startsWith("SystemV/")) {
      throw new IntervalSyntaxException(
          "unknown time zone " + text, nearest(text, known.stream().sorted().toList(), null));
    }
    return ZoneId.of(zone);
  }

  private static CalendarRange range(String written, Member member) throws IntervalSyntaxException {
    String text = written.toLowerCase(Locale.ROOT);
    int colon = text.indexOf(':');
    if (colon < 0) {
      long only = member.read(text);
      return new CalendarRange(only, only);
    }
    if (text.indexOf(':', colon + 1) >= 0) {
      throw new IntervalSyntaxException(
          "couldn't parse range " + text + ", invalid format", "write 'first:last'");
    }
    return new CalendarRange(
        member.read(text.substring(0, colon)), member.read(text.substring(colon + 1)));
  }

  /// {@return a number as Go's `strconv.Atoi` reads it}
  private static long number(String text) throws IntervalSyntaxException {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int at = signed ? 1 : 0;
    String reason = at == text.length() ? "invalid syntax" : null;
    for (; reason == null && at < text.length(); at++) {
      char digit = text.charAt(at);
      reason = digit < '0' || digit > '9' ? "invalid syntax" : null;
    }
    if (reason == null) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException tooLong) {
        reason = "value out of range";
      }
    }
    throw new IntervalSyntaxException(
        "strconv.Atoi: parsing " + GoQuote.quote(text) + ": " + reason, null);
  }

  private static @Nullable String nearest(String text, List<String> known, @Nullable String what) {
    return Spelling.nearest(text, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(what == null ? null : what + " are " + String.join(", ", known));
  }

  /// How one end of a range is read.
  private interface Member {
    long read(String text) throws IntervalSyntaxException;
  }
}

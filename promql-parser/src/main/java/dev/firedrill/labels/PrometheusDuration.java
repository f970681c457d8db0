package dev.firedrill.labels;

import dev.firedrill.labels.GoFormatException.Kind;

/// Durations as Prometheus's configuration and PromQL write them: `1h30m`, `8d`, `500ms`.
///
/// Each unit of `y w d h m s ms` at most once and in this order, whole numbers only. A year has 365
/// days. What is called `model.Duration` in Prometheus.
public final class PrometheusDuration {
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {
    31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
  };
  // Prometheus counts nanoseconds in 64 bits.
  private static final long MAX_MILLIS = Long.MAX_VALUE / 1_000_000L;

  private PrometheusDuration() {}

  /// {@return the milliseconds that a duration stands for; a lone `0` needs no unit}
  ///
  /// @throws GoFormatException if the text is no duration, with Prometheus's message
  public static long parseMillis(String text) {
    if (text.equals("0")) {
      return 0;
    }
    if (text.isEmpty()) {
      throw new GoFormatException(Kind.SYNTAX, "empty duration string");
    }
    long total = 0;
    int previous = -1;
    int i = 0;
    while (i < text.length()) {
      int unitAt = endOf(text, i, true);
      int next = endOf(text, unitAt, false);
      long count = unitAt == i || unitAt == next ? -1 : parseCount(text, i, unitAt);
      if (count < 0) {
        throw invalid(text);
      }
      int unit = unit(text.substring(unitAt, next), text);
      if (unit <= previous) {
        throw invalid(text);
      }
      total += inRange(count, MILLIS[unit], total);
      previous = unit;
      i = next;
    }
    return total;
  }

  /// {@return the duration as Prometheus prints it: years and weeks only where nothing is left
  ///     over, then the other units without zero parts; `0s` for nothing}
  public static String format(long millis) {
    if (millis == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder();
    long rest = millis;
    if (millis < 0) {
      out.append('-');
      rest = -millis;
    }
    for (int unit = 0; unit < UNITS.length; unit++) {
      long size = MILLIS[unit];
      boolean onlyExact = unit < 2;
      if (rest >= size && !(onlyExact && rest % size != 0)) {
        out.append(rest / size).append(UNITS[unit]);
        rest %= size;
      }
    }
    return out.toString();
  }

  private static int endOf(String text, int start, boolean digits) {
    int i = start;
    while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9') == digits) {
      i++;
    }
    return i;
  }

  // -1 where the number does not fit into 64 bits
  private static long parseCount(String text, int start, int end) {
    try {
      long count = GoNumber.parseUnsigned(text.substring(start, end));
      return count < 0 ? Long.MAX_VALUE : count;
    } catch (GoFormatException _) {
      return -1;
    }
  }

  private static int unit(String name, String text) {
    for (int unit = 0; unit < UNITS.length; unit++) {
      if (UNITS[unit].equals(name)) {
        return unit;
      }
    }
    throw new GoFormatException(
        Kind.SYNTAX, "unknown unit " + GoQuote.quote(name) + " in duration " + GoQuote.quote(text));
  }

  private static long inRange(long count, long size, long before) {
    if (count > (MAX_MILLIS - before) / size) {
      throw new GoFormatException(Kind.RANGE, "duration out of range");
    }
    return count * size;
  }

  private static GoFormatException invalid(String text) {
    return new GoFormatException(
        Kind.SYNTAX, "not a valid duration string: " + GoQuote.quote(text));
  }
}

package dev.firedrill.labels;

/// Durations as Go's `time.Duration` prints them: `1m0s`, `1.5s`, `100ms`, `0s`.
public final class GoDuration {
  private static final long MICROSECOND = 1_000L;
  private static final long MILLISECOND = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;

  private GoDuration() {}

  /// {@return the text of a duration in milliseconds}
  public static String formatMillis(long millis) {
    return formatNanos(millis * MILLISECOND);
  }

  /// {@return the text of a duration in nanoseconds}
  public static String formatNanos(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder();
    if (nanos < 0) {
      out.append('-');
    }
    // Read as unsigned, since the smallest number has no positive counterpart.
    long magnitude = Math.abs(nanos);
    if (Long.compareUnsigned(magnitude, SECOND) < 0) {
      appendBelowSecond(out, magnitude);
    } else {
      appendClock(out, magnitude);
    }
    return out.toString();
  }

  private static void appendBelowSecond(StringBuilder out, long nanos) {
    if (nanos < MICROSECOND) {
      out.append(nanos).append("ns");
    } else if (nanos < MILLISECOND) {
      appendDecimal(out, nanos / MICROSECOND, nanos % MICROSECOND, 3).append("µs");
    } else {
      appendDecimal(out, nanos / MILLISECOND, nanos % MILLISECOND, 6).append("ms");
    }
  }

  private static void appendClock(StringBuilder out, long nanos) {
    long seconds = Long.divideUnsigned(nanos, SECOND);
    long minutes = seconds / 60;
    if (minutes >= 60) {
      out.append(minutes / 60).append('h');
    }
    if (minutes > 0) {
      out.append(minutes % 60).append('m');
    }
    appendDecimal(out, seconds % 60, Long.remainderUnsigned(nanos, SECOND), 9).append('s');
  }

  private static StringBuilder appendDecimal(
      StringBuilder out, long whole, long fraction, int digits) {
    out.append(whole);
    if (fraction != 0) {
      String text = Long.toString(fraction);
      out.append('.').repeat('0', digits - text.length()).append(text);
      while (out.charAt(out.length() - 1) == '0') {
        out.setLength(out.length() - 1);
      }
    }
    return out;
  }
}

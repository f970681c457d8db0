package dev.firedrill.alertmanager.scenario;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Times of a story as scenarios write them: seconds (`1.6`, `-3600`) or a duration (`1m30s`).
final class Moment {
  private static final int MOST_DIGITS = 15;

  private Moment() {}

  /// {@return milliseconds}
  /// @throws IllegalArgumentException if the text is neither
  static long parse(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      // Written out, 1e999999999 has as many digits.
      int digits = seconds.precision() - seconds.scale();
      if (digits > MOST_DIGITS) {
        return duration(text);
      }
      if (digits < -MOST_DIGITS) {
        return 0;
      }
      return seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (NumberFormatException | ArithmeticException notSeconds) {
      return duration(text);
    }
  }

  private static long duration(String text) {
    boolean negative = text.startsWith("-");
    try {
      long millis = PrometheusDuration.parseMillis(negative ? text.substring(1) : text);
      return negative ? -millis : millis;
    } catch (GoFormatException notDuration) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time of a story: write seconds (1.6) or a duration (1m30s)",
          notDuration);
    }
  }
}

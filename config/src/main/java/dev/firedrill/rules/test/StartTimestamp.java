package dev.firedrill.rules.test;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.GoQuote;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// When a unit test starts: seconds since the epoch, or a date and time as in RFC 3339.
final class StartTimestamp {
  private StartTimestamp() {}

  /// {@return epoch milliseconds}
  /// @throws IllegalArgumentException if the text is neither
  static long parse(String text) {
    try {
      double seconds = GoNumber.parseFloat(text);
      double whole = Math.floor(seconds);
      return ((long) whole) * 1000 + Math.round((seconds - whole) * 1000);
    } catch (GoFormatException notSeconds) {
      return date(text, notSeconds);
    }
  }

  private static long date(String text, GoFormatException notSeconds) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeParseException notDate) {
      IllegalArgumentException refused =
          new IllegalArgumentException(
              "cannot parse " + GoQuote.quote(text) + " to a valid timestamp", notDate);
      refused.addSuppressed(notSeconds);
      throw refused;
    }
  }
}

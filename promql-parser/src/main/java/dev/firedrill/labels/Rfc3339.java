package dev.firedrill.labels;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Times as RFC 3339 writes them, `2026-11-21T03:00:00Z` or with an offset such as `+01:00`.
public final class Rfc3339 {
  private static final int SHORTEST = "2026-11-21T03:00:00Z".length();
  private static final int OFFSET = "+01:00".length();

  private Rfc3339() {}

  /// {@return the time that a text stands for; nothing where it is none}
  ///
  /// As Go's `time.RFC3339` reads it: seconds and the offset must be there, fractions of a second
  /// may.
  public static Optional<Instant> parse(String text) {
    if (text.length() < SHORTEST || text.charAt(4) != '-' || text.charAt(10) != 'T') {
      return Optional.empty();
    }
    char sign = text.charAt(text.length() - OFFSET);
    if (text.charAt(16) != ':' || !(text.endsWith("Z") || sign == '+' || sign == '-')) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

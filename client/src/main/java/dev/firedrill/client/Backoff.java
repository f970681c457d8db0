package dev.firedrill.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long a client waits before it tries again: twice as long each time, up to half of it by
/// chance, so that many clients do not come back at once; or as long as the server asks for.
final class Backoff {
  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 5_000;
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private final InstantSource clock;
  private final Pause pause;

  /// Lets time pass.
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  Backoff(RandomGenerator random, InstantSource clock, Pause pause) {
    this.random = random;
    this.clock = clock;
    this.pause = pause;
  }

  static Backoff real() {
    return new Backoff(RandomGenerator.getDefault(), InstantSource.system(), Thread::sleep);
  }

  /// Waits.
  ///
  /// @param attempt how often it was tried
  /// @param retryAfter what the server asks for: seconds or a date; null where it does not
  /// @return false, at once, where the server asks for more patience than there is
  boolean await(int attempt, @Nullable String retryAfter) {
    Duration asked = retryAfter == null ? Duration.ZERO : asked(retryAfter);
    if (asked.compareTo(LONGEST_ASKED) > 0) {
      return false;
    }
    long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
    Duration own = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    try {
      pause.of(asked.compareTo(own) > 0 ? asked : own);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Duration asked(String retryAfter) {
    try {
      return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    } catch (NumberFormatException e) {
      return untilDate(retryAfter.strip());
    }
  }

  private Duration untilDate(String date) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), then);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}

package dev.firedrill.template.function;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.GoTimeParser;
import dev.firedrill.template.value.GoZones;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Functions that turn numbers into times and durations, and back.
final class Times {
  private static final long MILLISECOND = 1_000_000;
  private static final String TIME = "time.Time";
  private static final String DURATION = "time.Duration";

  private Times() {}

  static Value now(Environment environment) {
    return Value.of(environment.now() / 1e3);
  }

  static String humanized(double seconds) {
    return Double.isFinite(seconds) ? GoTime.string(time(seconds)) : GoFloat.general(seconds, 4);
  }

  static Value toTime(double seconds) {
    if (!Double.isFinite(seconds)) {
      throw new ValueFailure("value is NaN or Inf");
    }
    return new Value.Time(time(seconds), "*time.Time");
  }

  static ZonedDateTime of(Value value) {
    return ((Value.Time) value).value();
  }

  static Value inZone(String name, Value time) {
    ZoneId zone = GoZones.load(name);
    return new Value.Time(of(time).withZoneSameInstant(zone), TIME);
  }

  static Value since(Environment environment, Value time) {
    return new Value.Duration(Methods.between(of(time), utc(environment.now())), DURATION);
  }

  static Value parsed(String layout, String text) {
    return new Value.Time(GoTimeParser.parse(layout, text), TIME);
  }

  /// The zero of Go's times where the text is none.
  static Value parsedOrZero(String layout, String text) {
    try {
      return parsed(layout, text);
    } catch (ValueFailure _) {
      return new Value.Time(GoTime.ZERO, TIME);
    }
  }

  static Value toDuration(double seconds) {
    return new Value.Duration(Numbers.integer(seconds * 1e9), "*time.Duration");
  }

  static Value parseDuration(String text) {
    boolean negative = text.startsWith("-");
    try {
      long millis = PrometheusDuration.parseMillis(negative ? text.substring(1) : text);
      double seconds = millis * MILLISECOND / 1e9;
      return Value.of(negative ? -seconds : seconds);
    } catch (GoFormatException e) {
      throw new ValueFailure(String.valueOf(e.getMessage()));
    }
  }

  /// In milliseconds, cut towards zero.
  private static ZonedDateTime time(double seconds) {
    double nanos = seconds * 1e9;
    if (nanos > 0x1p63 || nanos < -0x1p63) {
      throw new ValueFailure(
          GoFloat.general(seconds)
              + " cannot be represented as a nanoseconds timestamp since it overflows int64");
    }
    return utc(Numbers.integer(nanos) / MILLISECOND);
  }

  static ZonedDateTime utc(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
  }
}

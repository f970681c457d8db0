package dev.firedrill.rules.test;

import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;

/// Times of tests as promtool prints them.
final class TestTime {
  private TestTime() {}

  /// {@return a duration as Prometheus prints it, `1m30s`}
  static String text(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}

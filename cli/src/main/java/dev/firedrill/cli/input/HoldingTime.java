package dev.firedrill.cli.input;

import dev.firedrill.series.TimeRange;
import java.util.Optional;

/// For how long a scrape is held constant: samples that say no time.
@FunctionalInterface
public interface HoldingTime {
  /// How long where nothing is said, in milliseconds.
  long DEFAULT = 3_600_000;

  /// {@return from when to when}
  /// @param others what the data that do say their times cover; empty where there are none
  TimeRange of(Optional<TimeRange> others);

  /// {@return as long as the other data, or for an hour up to some moment}
  /// @param now epoch milliseconds
  static HoldingTime until(long now) {
    return others -> others.orElse(new TimeRange(now - DEFAULT, now));
  }
}

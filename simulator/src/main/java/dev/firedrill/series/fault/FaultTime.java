package dev.firedrill.series.fault;

import dev.firedrill.series.TimeRange;

/// When a fault begins or ends.
public sealed interface FaultTime {
  /// A moment.
  ///
  /// @param millis epoch milliseconds
  record Moment(long millis) implements FaultTime {}

  /// Some time after the start of what is replayed.
  record AfterStart(long millis) implements FaultTime {}

  /// Some time before its end.
  record BeforeEnd(long millis) implements FaultTime {}

  /// {@return the moment meant, in epoch milliseconds}
  /// @param replayed the first and the last time of what is replayed
  default long in(TimeRange replayed) {
    return switch (this) {
      case Moment moment -> moment.millis();
      case AfterStart after -> replayed.first() + after.millis();
      case BeforeEnd before -> replayed.last() - before.millis();
    };
  }
}

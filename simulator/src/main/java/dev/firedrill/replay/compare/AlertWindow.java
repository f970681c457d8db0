package dev.firedrill.replay.compare;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.labels.Labels;

/// A stretch of time in which one instance of an alert fired.
///
/// @param labels of the instance
/// @param interval when it fired, in epoch milliseconds
public record AlertWindow(Labels labels, AlertInterval interval) {
  /// {@return for how long both windows fired, in milliseconds; negative where one ended before the
  ///     other began}
  long overlap(AlertWindow other) {
    return Math.min(interval.end(), other.interval.end())
        - Math.max(interval.start(), other.interval.start());
  }
}

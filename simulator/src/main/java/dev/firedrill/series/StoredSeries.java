package dev.firedrill.series;

import dev.firedrill.labels.Labels;

/// A series that was found, but not read yet.
public interface StoredSeries {
  /// {@return its label set}
  Labels labels();

  /// {@return its samples in a stretch of time within that for which it was found}
  Samples read(TimeRange range);
}

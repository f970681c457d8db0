package dev.firedrill.series;

import dev.firedrill.labels.Labels;
import java.util.function.Supplier;

/// Takes what a source tells of stretches of series.
@FunctionalInterface
public interface StretchSink {
  /// Takes a stretch.
  ///
  /// @param covered from its first to its last sample
  /// @param count how many samples it has, at least one
  /// @param samples reads them; to be asked at once or never
  void take(Labels labels, TimeRange covered, int count, Supplier<Samples> samples);
}

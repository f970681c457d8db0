package dev.firedrill.series;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stretch of time that series cover.
final class SeriesExtent {
  private SeriesExtent() {}

  /// {@return from the first to the last sample of all series; empty where there is none}
  static Optional<TimeRange> of(List<Series> series) {
    @Nullable TimeRange extent = null;
    for (Series one : series) {
      Samples samples = one.samples();
      if (!samples.isEmpty()) {
        TimeRange range = new TimeRange(samples.time(0), samples.lastTime());
        extent = extent == null ? range : extent.cover(range);
      }
    }
    return Optional.ofNullable(extent);
  }
}

package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SeriesStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what one rule yields, and ends the series that it yields no more.
final class SeriesWriter {
  private final SeriesStore store;
  private Set<Labels> written = Set.of();

  SeriesWriter(SeriesStore store) {
    this.store = store;
  }

  /// Writes the samples of an evaluation that did not fail.
  ///
  /// @param time epoch milliseconds
  void write(List<QueryResult.Sample> samples, long time) {
    Set<Labels> now = new LinkedHashSet<>();
    for (QueryResult.Sample sample : samples) {
      if (append(sample, time)) {
        now.add(sample.labels());
      }
    }
    for (Labels before : written) {
      if (!now.contains(before)) {
        store.append(before, time, StaleNaN.STALE_NAN);
      }
    }
    written = now;
  }

  private boolean append(QueryResult.Sample sample, long time) {
    @Nullable NativeHistogram histogram = sample.histogram();
    return histogram == null
        ? store.append(sample.labels(), time, sample.value())
        : store.append(sample.labels(), time, histogram);
  }
}

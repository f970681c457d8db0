package dev.firedrill.series.remote;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.List;

/// Asks a server for series.
@FunctionalInterface
interface SeriesFetcher {
  /// {@return the series that all matchers accept, with all their samples in the range, staleness
  ///     markers among them; sorted by labels}
  ///
  /// @param range with ends that are times
  List<Series> fetch(List<LabelMatcher> matchers, TimeRange range);
}

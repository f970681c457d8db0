package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import java.util.List;
import java.util.Optional;

/// Where samples come from: fixtures, files of recorded data, blocks, servers.
public interface SeriesSource {
  /// The series that all matchers accept, each with its samples in the range.
  ///
  /// Series without a sample in the range may be left out or come with none. Staleness markers are
  /// among the samples. No label set comes twice. The order of the series is the order in which an
  /// instant query yields them.
  List<Series> select(List<LabelMatcher> matchers, TimeRange range);

  /// {@return from the first to the last sample; empty where there is none}
  Optional<TimeRange> extent();
}

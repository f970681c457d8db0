package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A source as it was at some moment: later samples are not there yet.
///
/// @param last epoch milliseconds, included
public record SourceUntil(SeriesSource source, long last) implements SeriesSource {
  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    return source.select(matchers, new TimeRange(range.first(), Math.min(range.last(), last)));
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    return source.names(matchers, new TimeRange(range.first(), Math.min(range.last(), last)));
  }

  @Override
  public Optional<TimeRange> extent() {
    return source
        .extent()
        .filter(range -> range.first() <= last)
        .map(range -> new TimeRange(range.first(), Math.min(range.last(), last)));
  }
}

package dev.firedrill.series.text;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Series with samples at steps, each with a staleness marker at the first step without one.
///
/// @param step milliseconds between steps
/// @param last no marker is later
record EndedSource(SeriesSource source, long step, long last) implements SeriesSource {
  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> ended = new ArrayList<>();
    for (Series one : source.select(matchers, withStepBefore(range))) {
      Samples samples =
          SampleRuns.withEnds(one.samples(), step, last).between(range.first(), range.last());
      if (!samples.isEmpty()) {
        ended.add(new Series(one.labels(), samples));
      }
    }
    return ended;
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    return source.names(matchers, withStepBefore(range));
  }

  private TimeRange withStepBefore(TimeRange range) {
    long first = range.first() < Long.MIN_VALUE + step ? Long.MIN_VALUE : range.first() - step;
    return new TimeRange(first, range.last());
  }

  @Override
  public Optional<TimeRange> extent() {
    return source.extent();
  }
}

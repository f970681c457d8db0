package dev.firedrill.series.survey;

import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What there is of one metric, or of all together.
///
/// @param name of the metric; empty for series without one, and for all together
/// @param series with samples
/// @param samples numbers, native histograms and staleness markers
/// @param histograms how many of the samples are native histograms
/// @param stale how many of the samples are staleness markers
/// @param extent from the first to the last sample
/// @param intervals how many series have samples how far apart, by milliseconds: those that have
///     one sample are not among them
/// @param gaps stretches without a sample of any of the series, more than three times as long as
///     samples are usually apart: from the last sample before to the first after
public record MetricSurvey(
    String name,
    long series,
    long samples,
    long histograms,
    long stale,
    TimeRange extent,
    SortedMap<Long, Long> intervals,
    List<TimeRange> gaps) {
  public MetricSurvey {
    intervals = new TreeMap<>(intervals);
    gaps = List.copyOf(gaps);
  }
}

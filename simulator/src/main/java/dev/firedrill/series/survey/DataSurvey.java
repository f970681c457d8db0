package dev.firedrill.series.survey;

import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.TimeSlices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// What there is in a source of series.
///
/// @param metrics sorted by name
/// @param gaps stretches without a sample of any series
public record DataSurvey(List<MetricSurvey> metrics, List<TimeRange> gaps) {
  public DataSurvey {
    metrics = List.copyOf(metrics);
    gaps = List.copyOf(gaps);
  }

  /// {@return what there is in a stretch of time}
  /// @param progress is told up to which time, in epoch milliseconds, all samples are read
  public static DataSurvey of(SeriesSource source, TimeRange range, LongConsumer progress) {
    SortedMap<String, MetricTally> tallies = new TreeMap<>();
    Coverage coverage = new Coverage();
    TimeSlices.read(
        source,
        range,
        (some, slice) -> {
          add(some, tallies, coverage);
          progress.accept(slice.last());
        });
    List<MetricSurvey> metrics = new ArrayList<>();
    tallies.forEach((name, tally) -> metrics.add(tally.survey(name)));
    return new DataSurvey(metrics, coverage.gaps());
  }

  private static void add(
      List<Series> some, SortedMap<String, MetricTally> tallies, Coverage coverage) {
    for (Series series : some) {
      if (!series.samples().isEmpty()) {
        tallies
            .computeIfAbsent(series.labels().metricName(), _ -> new MetricTally())
            .add(series.labels(), series.samples());
      }
    }
    List<MetricTally.Run> runs = new ArrayList<>();
    tallies.values().forEach(tally -> tally.endSlice(runs));
    MetricTally.cover(runs, coverage);
  }

  /// {@return whether there is no sample}
  public boolean isEmpty() {
    return metrics.isEmpty();
  }

  /// {@return what there is of all metrics together}
  /// @throws IllegalStateException if there is no sample
  public MetricSurvey total() {
    if (metrics.isEmpty()) {
      throw new IllegalStateException("there is no sample");
    }
    long series = 0;
    long samples = 0;
    long histograms = 0;
    long stale = 0;
    TimeRange extent = metrics.getFirst().extent();
    SortedMap<Long, Long> intervals = new TreeMap<>();
    for (MetricSurvey metric : metrics) {
      series += metric.series();
      samples += metric.samples();
      histograms += metric.histograms();
      stale += metric.stale();
      extent = extent.cover(metric.extent());
      for (Map.Entry<Long, Long> entry : metric.intervals().entrySet()) {
        intervals.merge(entry.getKey(), entry.getValue(), Long::sum);
      }
    }
    return new MetricSurvey("", series, samples, histograms, stale, extent, intervals, gaps);
  }
}

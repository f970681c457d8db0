package dev.firedrill.series.survey;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is remembered of a metric from slice to slice.
final class MetricTally {
  private final Map<Labels, SeriesTally> series = new HashMap<>();
  private final Coverage coverage = new Coverage();
  private final List<Run> runs = new ArrayList<>();
  private long samples;
  private long histograms;
  private long stale;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /// Where a series has samples without a hole.
  ///
  /// @param slack milliseconds that may lie before it without making a hole; 0 if unknown
  record Run(TimeRange range, long slack) {}

  /// Takes samples of a slice.
  ///
  /// @param added one at least
  void add(Labels labels, Samples added) {
    SeriesTally one = series.computeIfAbsent(labels, _ -> new SeriesTally());
    List<TimeRange> ranges = new ArrayList<>();
    one.add(added, ranges);
    ranges.forEach(range -> runs.add(new Run(range, one.slack())));
    samples += added.size();
    first = Math.min(first, added.time(0));
    last = Math.max(last, added.lastTime());
    for (int i = 0; i < added.size(); i++) {
      if (added.isHistogram(i)) {
        histograms++;
      } else if (StaleNaN.isStale(added.value(i))) {
        stale++;
      }
    }
  }

  /// Ends a slice.
  ///
  /// @param all gets where there are samples
  void endSlice(List<Run> all) {
    all.addAll(runs);
    cover(runs, coverage);
    runs.clear();
  }

  /// Adds runs, in any order, to what is covered.
  static void cover(List<Run> runs, Coverage coverage) {
    runs.sort(Comparator.comparingLong(run -> run.range().first()));
    runs.forEach(run -> coverage.learn(run.slack()));
    runs.forEach(run -> coverage.add(run.range(), run.slack()));
  }

  /// {@return what was found}
  MetricSurvey survey(String name) {
    SortedMap<Long, Long> intervals = new TreeMap<>();
    for (SeriesTally one : series.values()) {
      if (one.interval() > 0) {
        intervals.merge(one.interval(), 1L, Long::sum);
      }
    }
    return new MetricSurvey(
        name,
        series.size(),
        samples,
        histograms,
        stale,
        new TimeRange(first, last),
        intervals,
        coverage.gaps());
  }
}

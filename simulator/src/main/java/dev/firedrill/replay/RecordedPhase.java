package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds out when the server that made a recording evaluated a group: by the times of what its
/// rules wrote, `ALERTS` and recorded series.
///
/// Prometheus spreads groups over their interval by a hash of their names, so that one group reads
/// what another wrote either just now or an interval ago.
final class RecordedPhase {
  private RecordedPhase() {}

  /// {@return the milliseconds by which evaluations come after multiples of the interval since the
  ///     epoch; 0 where the recording does not show it}
  static long of(SeriesSource recording, RuleGroup group, long interval) {
    SeriesSource all = RecomputedSeries.recorded(recording);
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (Rule rule : group.rules()) {
      for (String name : RecomputedSeries.names(recording, rule.name().value())) {
        for (Series series : all.select(written(rule, name), TimeRange.ALL)) {
          count(series.samples(), interval, counts);
        }
      }
    }
    return mostFrequent(counts);
  }

  /// {@return the phase that was seen most often, the earliest of several; 0 where none was}
  ///
  /// @param counts how often each was seen, sorted
  static long mostFrequent(SortedMap<Long, Integer> counts) {
    long phase = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        phase = entry.getKey();
      }
    }
    return phase;
  }

  private static void count(Samples samples, long interval, Map<Long, Integer> counts) {
    for (int i = 0; i < samples.size(); i++) {
      counts.merge(Math.floorMod(samples.time(i), interval), 1, Integer::sum);
    }
  }

  /// {@return selects what a rule wrote}
  ///
  /// @param name of the rule, now or before
  static List<LabelMatcher> written(Rule rule, String name) {
    return switch (rule) {
      case Rule.RecordingRule _ ->
          List.of(LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, name));
      case Rule.AlertingRule _ ->
          List.of(
              LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, "ALERTS"),
              LabelMatcher.of(Labels.ALERT_NAME, Operator.EQUAL, name));
    };
  }
}

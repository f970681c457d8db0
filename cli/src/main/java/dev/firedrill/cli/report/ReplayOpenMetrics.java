package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A replay as the series `ALERTS` that Prometheus would have written, in OpenMetrics text: a
/// sample of value 1 for each evaluation at which an instance was pending or firing, and which did
/// not fail, at its time without the group's `query_offset`. OpenMetrics has no staleness markers;
/// a series that is there no more has no samples.
public record ReplayOpenMetrics(ReplayReport report) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("# HELP ALERTS pending and firing alerts of a replay\n");
    out.append("# TYPE ALERTS gauge\n");
    for (Map.Entry<Labels, Set<Long>> series : series().entrySet()) {
      String name = OpenMetricsText.series(series.getKey());
      for (long time : series.getValue()) {
        out.append(name).append(" 1 ").append(OpenMetricsText.seconds(time)).append('\n');
      }
    }
    out.append("# EOF\n");
  }

  // Where rules write one series, each of its times is written once.
  private Map<Labels, Set<Long>> series() {
    IdentityHashMap<Rule, Set<Long>> failed = failed();
    Map<Labels, Set<Long>> series = new TreeMap<>();
    for (AlertReplay alert : report.alerts()) {
      @Nullable TimeGrid evaluated = alert.times();
      if (evaluated == null) {
        continue;
      }
      Written written = new Written(evaluated, failed.getOrDefault(alert.rule(), Set.of()));
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval interval : instance.intervals()) {
          Labels labels = alert.series(instance.labels(), interval.phase());
          Set<Long> times = series.computeIfAbsent(labels, _ -> new TreeSet<>());
          written.times(interval, alert.offset(), times);
        }
      }
    }
    return series;
  }

  private IdentityHashMap<Rule, Set<Long>> failed() {
    IdentityHashMap<Rule, Set<Long>> failed = new IdentityHashMap<>();
    for (RuleFailure failure : report.failures()) {
      failed.computeIfAbsent(failure.rule(), _ -> new HashSet<>()).add(failure.time());
    }
    return failed;
  }

  /// The evaluations of a rule at which something is written.
  ///
  /// @param failed the times of those that failed, which write nothing
  private record Written(TimeGrid evaluated, Set<Long> failed) {
    // The end is the first evaluation at which the alert was no longer in the state, unless there
    // was none.
    void times(AlertInterval interval, long offset, Set<Long> into) {
      int first = (int) ((interval.start() - evaluated.start()) / evaluated.step());
      for (int i = Math.max(0, first); i < evaluated.count(); i++) {
        long time = evaluated.time(i);
        if (time > interval.end() || (time == interval.end() && !interval.open())) {
          return;
        }
        if (!failed.contains(time)) {
          into.add(time - offset);
        }
      }
    }
  }
}

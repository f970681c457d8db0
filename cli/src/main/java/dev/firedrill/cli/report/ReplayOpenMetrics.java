package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A replay as the series `ALERTS` that Prometheus would have written, in OpenMetrics text: a
/// sample
/// of value 1 at each evaluation at which an instance was pending or firing. OpenMetrics has no
/// staleness markers; a series that is there no more has no samples.
public record ReplayOpenMetrics(ReplayReport report) implements Report {
  private static final String ALERTS = "ALERTS";
  private static final String STATE = "alertstate";

  @Override
  public void write(Appendable out) throws IOException {
    out.append("# HELP ALERTS pending and firing alerts of a replay\n");
    out.append("# TYPE ALERTS gauge\n");
    TreeMap<Labels, List<Long>> series = new TreeMap<>();
    for (AlertReplay alert : report.alerts()) {
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval interval : instance.intervals()) {
          Labels labels =
              instance.labels().toBuilder()
                  .set(Labels.METRIC_NAME, ALERTS)
                  .set(STATE, interval.phase().word())
                  .build();
          times(interval, alert.step(), series.computeIfAbsent(labels, key -> new ArrayList<>()));
        }
      }
    }
    for (Labels labels : series.keySet()) {
      String name = OpenMetricsText.series(labels);
      for (long time : series.getOrDefault(labels, List.of())) {
        out.append(name).append(" 1 ").append(OpenMetricsText.seconds(time)).append('\n');
      }
    }
    out.append("# EOF\n");
  }

  // The end is the first evaluation at which the alert was no longer in the state, unless there was
  // none.
  private static void times(AlertInterval interval, long step, List<Long> times) {
    for (long time = interval.start(); time < interval.end(); time += step) {
      times.add(time);
    }
    if (interval.open()) {
      times.add(interval.end());
    }
  }
}

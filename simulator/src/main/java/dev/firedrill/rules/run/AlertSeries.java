package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The series `ALERTS` and `ALERTS_FOR_STATE` of a rule's alerts.
final class AlertSeries {
  /// The label of `ALERTS` that says whether an alert is pending or firing.
  static final String STATE = "alertstate";

  private final Labels written;
  private final Map<Labels, Names> known = new HashMap<>();

  private record Names(Labels forState, Labels pending, Labels firing) {}

  /// @param written the labels of the rule as written: a template that came to nothing shows
  AlertSeries(Labels written) {
    this.written = written;
  }

  /// {@return a sample of both series for each alert that is pending or firing}
  List<QueryResult.Sample> of(Collection<ActiveAlert> alerts) {
    List<QueryResult.Sample> samples = new ArrayList<>(2 * alerts.size());
    for (ActiveAlert alert : alerts) {
      switch (alert.state()) {
        case AlertState.Pending pending -> {
          Names names = names(alert.labels());
          add(samples, names.forState(), names.pending(), pending);
        }
        case AlertState.Firing firing -> {
          Names names = names(alert.labels());
          add(samples, names.forState(), names.firing(), firing);
        }
        case AlertState.Resolved _ -> {}
      }
    }
    return samples;
  }

  private static void add(
      List<QueryResult.Sample> samples, Labels forState, Labels current, AlertState state) {
    double activeSeconds = Math.floorDiv(state.activeAt(), 1000L);
    samples.add(new QueryResult.Sample(forState, activeSeconds));
    samples.add(new QueryResult.Sample(current, 1));
  }

  private Names names(Labels alert) {
    Names names = known.get(alert);
    if (names == null) {
      Labels.Builder labels = written.toBuilder().setAll(alert.toMap());
      labels.set(Labels.METRIC_NAME, "ALERTS_FOR_STATE");
      Labels forState = labels.build();
      labels.set(Labels.METRIC_NAME, "ALERTS");
      Labels pending = labels.set(STATE, "pending").build();
      Labels firing = labels.set(STATE, "firing").build();
      names = new Names(forState, pending, firing);
      known.put(alert, names);
    }
    return names;
  }
}

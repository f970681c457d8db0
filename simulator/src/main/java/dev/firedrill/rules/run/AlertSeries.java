package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertState;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The series `ALERTS` and `ALERTS_FOR_STATE` of a rule's alerts.
public final class AlertSeries {
  /// The label of `ALERTS` that says whether an alert is pending or firing.
  static final String STATE = "alertstate";

  private static final String ALERTS = "ALERTS";

  private final Labels written;
  private final Map<Labels, Names> known = new HashMap<>();

  private record Names(Labels forState, Labels pending, Labels firing) {}

  /// @param written the labels of the rule as written: a template that came to nothing shows
  AlertSeries(Labels written) {
    this.written = written;
  }

  /// {@return the labels of a rule as written, those of its group among them}
  public static Labels written(RuleGroup group, Rule rule) {
    Labels.Builder written = Labels.EMPTY.toBuilder();
    for (LabelText label : group.labels()) {
      written.set(label.name().value(), label.value().text());
    }
    for (LabelText label : rule.labels()) {
      written.set(label.name().value(), label.value().text());
    }
    return written.build();
  }

  /// {@return the series `ALERTS` of an alert in a state}
  /// @param written the labels of its rule as written: a template that came to nothing shows
  /// @param alert what tells it from others
  public static Labels named(Labels written, Labels alert, Phase phase) {
    return written.toBuilder()
        .setAll(alert.toMap())
        .set(Labels.METRIC_NAME, ALERTS)
        .set(STATE, phase.word())
        .build();
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
      Labels forState =
          written.toBuilder()
              .setAll(alert.toMap())
              .set(Labels.METRIC_NAME, "ALERTS_FOR_STATE")
              .build();
      names =
          new Names(
              forState, named(written, alert, Phase.PENDING), named(written, alert, Phase.FIRING));
      known.put(alert, names);
    }
    return names;
  }
}

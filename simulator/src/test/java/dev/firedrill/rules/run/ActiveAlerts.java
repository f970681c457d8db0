package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import java.util.Map;

/// Alerts for tests of whoever looks at them.
public final class ActiveAlerts {
  private ActiveAlerts() {}

  /// {@return an alert without annotations}
  public static ActiveAlert of(Labels labels, AlertState state) {
    RuleText.Set none =
        RuleText.Set.of(labels.get(Labels.ALERT_NAME), Map.of(), TextExpander.literal());
    return new ActiveAlert(
        labels, new AlertAnnotations(none, new QueryResult.Sample(labels, 1), 0), 1, null, state);
  }
}

package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.labels.Labels;
import java.util.SortedMap;

/// An alert instance as an evaluation left it.
///
/// @param labels what tells the instance from others, `alertname` among them
/// @param annotations expanded at the last evaluation at which the expression held; values may be
///     empty
/// @param value of the expression at that evaluation
public record ActiveAlert(
    Labels labels, SortedMap<String, String> annotations, double value, AlertState state) {
  /// {@return whether the alert fires}
  public boolean isFiring() {
    return state instanceof AlertState.Firing;
  }
}

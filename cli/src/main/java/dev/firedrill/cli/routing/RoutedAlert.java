package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.rules.Rule.AlertingRule;
import org.jspecify.annotations.Nullable;

/// An alert of a rule, before a change and after it.
///
/// @param rule as it is now; as it was where it is gone
/// @param before what was known of its labels; null where there was no such alert
/// @param after what is known of them; null where there is no such alert any more
public record RoutedAlert(
    AlertingRule rule, @Nullable KnownLabels before, @Nullable KnownLabels after) {
  public RoutedAlert {
    if (before == null && after == null) {
      throw new IllegalArgumentException("an alert neither before nor after");
    }
  }

  KnownLabels latest() {
    KnownLabels now = after();
    return now == null ? earliest() : now;
  }

  KnownLabels earliest() {
    KnownLabels then = before();
    return then == null ? latest() : then;
  }
}

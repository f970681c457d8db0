package dev.firedrill.lint.routing;

import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;

/// An alerting rule, and the ways that its alerts can take through the routing tree.
///
/// @param labels what is known of the labels of its alerts
public record RoutedAlert(
    AlertingRule rule, RuleGroup group, KnownLabels labels, PossibleWalk walk) {
  /// {@return the name of the alert}
  public String name() {
    return rule.name().value();
  }
}

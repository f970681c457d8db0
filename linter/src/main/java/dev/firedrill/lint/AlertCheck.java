package dev.firedrill.lint;

import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;

/// A check that looks at alerting rules one by one.
public non-sealed interface AlertCheck extends Check {
  /// Looks at one alert.
  ///
  /// @param rule the alert
  /// @param group the group it stands in
  /// @param findings where to report, and what else is known
  void check(AlertingRule rule, RuleGroup group, Findings findings);
}

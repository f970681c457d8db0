package dev.firedrill.lint;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;

/// A check that looks at rules of both kinds one by one.
public non-sealed interface RuleCheck extends Check {
  /// Looks at one rule.
  ///
  /// @param rule the rule
  /// @param group the group it stands in
  /// @param findings where to report, and what else is known
  void check(Rule rule, RuleGroup group, Findings findings);
}

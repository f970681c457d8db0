package dev.firedrill.lint;

import dev.firedrill.rules.RuleGroup;

/// A check that looks at rule groups one by one.
public non-sealed interface GroupCheck extends Check {
  /// Looks at one group.
  ///
  /// @param group the group
  /// @param findings where to report, and what else is known
  void check(RuleGroup group, Findings findings);
}

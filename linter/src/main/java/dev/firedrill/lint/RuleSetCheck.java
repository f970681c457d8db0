package dev.firedrill.lint;

/// A check that looks at all rules of a stack together.
public non-sealed interface RuleSetCheck extends Check {
  /// Looks at the rule set.
  ///
  /// @param findings where to report, and where the rule set is found
  void check(Findings findings);
}

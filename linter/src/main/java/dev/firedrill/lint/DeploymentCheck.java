package dev.firedrill.lint;

/// A check that looks at the configuration files that load the rules.
public non-sealed interface DeploymentCheck extends Check {
  /// Looks at the configuration.
  ///
  /// @param deployment what loads the rules, as far as it is known
  /// @param findings where to report, and where the rule set is found
  void check(Deployment deployment, Findings findings);
}

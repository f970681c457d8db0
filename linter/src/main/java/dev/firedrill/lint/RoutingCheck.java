package dev.firedrill.lint;

import dev.firedrill.lint.routing.Routing;

/// A check that looks at Alertmanager's configuration and at the way of alerts through it.
public non-sealed interface RoutingCheck extends Check {
  /// Looks at the configuration.
  ///
  /// @param routing the configuration, and the alerts that come to it as far as rules are given
  /// @param findings where to report
  void check(Routing routing, Findings findings);
}

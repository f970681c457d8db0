package dev.firedrill.cli.input;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.RuleFile;
import java.util.List;

/// The checks of routes.
public final class RouteLint {
  private RouteLint() {}

  /// {@return what they find in a configuration of Alertmanager}
  ///
  /// @param deployment has the configuration
  /// @param alerts the rules whose alerts come to it; none where they are not known
  /// @param server what the rules run on
  /// @param workers how many threads are used, at most
  public static List<Diagnostic> of(
      Deployment deployment,
      List<RuleFile> alerts,
      KnownServer server,
      ScopedSettings settings,
      int workers) {
    RuleSet set = new RuleSet(alerts, server.forChecks(), MetricTypes.UNKNOWN, deployment);
    List<Check> routing =
        Checks.all().stream().filter(check -> check instanceof RoutingCheck).toList();
    return new Linter(routing, settings, workers).lint(set);
  }
}

package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.RoutedAlert;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out whom the alerts of rules would reach otherwise: since the routing tree is another, or
/// since their labels are.
final class ChangedReceivers {
  private ChangedReceivers() {}

  /// One version: rules, what routes their alerts, and the labels that the server adds.
  record Side(List<RuleFile> files, AlertmanagerConfig config, Labels external) {}

  /// {@return the difference}
  ///
  /// @param changes those that are of interest
  static RouteDiff between(Side before, Side after, List<RuleChange> changes) {
    RuleSet old = new RuleSet(before.files());
    RuleSet now = new RuleSet(after.files());
    List<RoutedAlert> alerts = new ArrayList<>();
    for (RuleChange change : changes) {
      if (change.latest().rule() instanceof AlertingRule rule) {
        KnownLabels then =
            switch (change) {
              case RuleChange.Added _ -> null;
              case RuleChange.Removed removed -> labels(old, removed.rule(), before.external());
              case RuleChange.Kept kept -> labels(old, kept.before(), before.external());
            };
        @Nullable KnownLabels known =
            change instanceof RuleChange.Removed
                ? null
                : labels(now, change.latest(), after.external());
        alerts.add(new RoutedAlert(rule, then, known));
      }
    }
    return RouteDiff.of(before.config(), after.config(), alerts);
  }

  private static @Nullable KnownLabels labels(RuleSet rules, GroupedRule rule, Labels external) {
    return rule.rule() instanceof AlertingRule alert ? rules.alertLabels(alert, external) : null;
  }
}

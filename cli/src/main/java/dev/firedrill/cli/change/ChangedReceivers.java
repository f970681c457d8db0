package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleSending;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.RoutedAlert;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.prometheus.OutgoingLabels;
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

  /// One version: rules, what routes their alerts, and what the server makes of their
  /// labels.
  record Side(List<RuleFile> files, AlertmanagerConfig config, OutgoingLabels outgoing) {}

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
              case RuleChange.Removed removed -> labels(old, removed.rule(), before.outgoing());
              case RuleChange.Kept kept -> labels(old, kept.before(), before.outgoing());
            };
        @Nullable KnownLabels known =
            change instanceof RuleChange.Removed
                ? null
                : labels(now, change.latest(), after.outgoing());
        if (then != null || known != null) {
          alerts.add(new RoutedAlert(rule, then, known));
        }
      }
    }
    return RouteDiff.of(before.config(), after.config(), alerts);
  }

  // Null where none of the alerts are sent.
  private static @Nullable KnownLabels labels(
      RuleSet rules, GroupedRule rule, OutgoingLabels outgoing) {
    if (!(rule.rule() instanceof AlertingRule alert)) {
      return null;
    }
    PossibleSending sending = rules.sending(alert, outgoing);
    return sending.sent() ? sending.labels() : null;
  }
}

package dev.firedrill.lint;

/// One thing that can be wrong with rules or routing.
///
/// Sealed over what is looked at, open in who looks: [Linter] schedules each kind in one switch. A
/// check is found through [java.util.ServiceLoader], so a new one is a class, its test and its docs
/// page, and no list is edited.
public sealed interface Check
    permits AlertCheck,
        RuleCheck,
        ExprCheck,
        GroupCheck,
        RuleSetCheck,
        DeploymentCheck,
        RoutingCheck,
        GrafanaCheck,
        OnlineCheck {
  /// {@return the check's title block}
  CheckInfo info();
}

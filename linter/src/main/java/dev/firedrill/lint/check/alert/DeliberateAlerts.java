package dev.firedrill.lint.check.alert;

import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// Alerts that are meant to fire all the time: they show that the way to the receiver works.
final class DeliberateAlerts {
  static final Parameter<List<String>> NAMES =
      Parameter.strings(
          "always_firing",
          List.of("Watchdog", "DeadMansSwitch", "InfoInhibitor"),
          "names of alerts that are meant to fire all the time");

  private DeliberateAlerts() {}

  /// {@return whether the alert says that it always fires on purpose, by its name or by the
  ///     severity `none`}
  static boolean isDeliberate(AlertingRule rule, RuleGroup group, List<String> names) {
    return names.contains(rule.name().value())
        || AlertLabels.label(rule, group, "severity")
            .filter(severity -> severity.text().equals("none"))
            .isPresent();
  }
}

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

  private static final String[] WATCHDOGS = {"watchdog", "deadman", "alwaysfiring", "inhibit"};

  private DeliberateAlerts() {}

  /// {@return whether the alert says that it always fires on purpose, by its name or by the
  ///     severity `none`}
  static boolean isDeliberate(AlertingRule rule, RuleGroup group, List<String> names) {
    return names.contains(rule.name().value())
        || isWatchdog(rule.name().value())
        || AlertLabels.label(rule, group, "severity")
            .filter(severity -> severity.text().equals("none"))
            .isPresent();
  }

  // Watchdogs have a name of their own in each house.
  private static boolean isWatchdog(String name) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetter(name.charAt(i))) {
        letters.append(Character.toLowerCase(name.charAt(i)));
      }
    }
    for (String word : WATCHDOGS) {
      if (letters.indexOf(word) >= 0) {
        return true;
      }
    }
    return letters.toString().equals("heartbeat");
  }
}

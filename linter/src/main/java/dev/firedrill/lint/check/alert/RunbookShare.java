package dev.firedrill.lint.check.alert;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many of the alerts that need a runbook have one.
final class RunbookShare {
  private static final int LEAST_ALERTS = 2;

  private final RuleSet rules;
  private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

  RunbookShare(RuleSet rules) {
    this.rules = rules;
  }

  /// {@return whether at least half of them have one}
  ///
  /// @param annotation that holds it
  /// @param severities of the alerts that need one
  boolean isUsual(String annotation, List<String> severities) {
    return known.computeIfAbsent(
        List.of(annotation, severities), any -> count(annotation, severities));
  }

  private boolean count(String annotation, List<String> severities) {
    int needed = 0;
    int there = 0;
    for (List<AlertingRule> alerts : rules.alerts().values()) {
      for (AlertingRule alert : alerts) {
        String severity =
            AlertLabels.label(alert, rules.groupOf(alert), "severity")
                .map(SourceText::text)
                .orElse("");
        if (severities.contains(severity)) {
          needed++;
          there += AlertLabels.annotation(alert, annotation).isPresent() ? 1 : 0;
        }
      }
    }
    return needed >= LEAST_ALERTS && 2 * there >= needed;
  }
}

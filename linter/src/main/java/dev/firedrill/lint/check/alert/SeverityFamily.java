package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What gets worse by and by can be told of before somebody must be woken.
@AutoService(Check.class)
public final class SeverityFamily implements RuleSetCheck {
  private static final Parameter<List<String>> SEVERE =
      Parameter.strings(
          "severe", List.of("critical", "page"), "severities that a milder alert must announce");
  private static final CheckInfo INFO =
      CheckInfo.off(
          "severity/family", "critical with no earlier warning for the same symptom", SEVERE);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  /// An alert with a threshold, and the metrics that it compares.
  private record Symptom(AlertingRule alert, String severity, Threshold threshold) {
    Set<String> metrics() {
      Set<String> metrics = new HashSet<>();
      for (InstantSelector selector : ExprWalk.selectors(threshold.subject())) {
        metrics.add(String.valueOf(selector.name()));
      }
      return metrics;
    }

    boolean announces(Symptom severe) {
      return alert.name().value().equals(severe.alert.name().value())
          || (threshold.isUpper() == severe.threshold.isUpper()
              && metrics().equals(severe.metrics()));
    }
  }

  @Override
  public void check(Findings findings) {
    List<String> severe = findings.get(SEVERE);
    List<Symptom> symptoms = symptoms(findings);
    for (Symptom symptom : symptoms) {
      if (!severe.contains(symptom.severity)) {
        continue;
      }
      boolean announced =
          symptoms.stream()
              .anyMatch(other -> !severe.contains(other.severity) && other.announces(symptom));
      if (!announced) {
        findings.add(
            findings
                .at(
                    symptom.alert.name().location(),
                    symptom.alert.name().value()
                        + " is the first that anybody hears of this: no milder alert announces it")
                .withHelp("add one with a threshold that is reached earlier"));
      }
    }
  }

  // Only what has a threshold can be told of earlier.
  private static List<Symptom> symptoms(Findings findings) {
    List<Symptom> symptoms = new ArrayList<>();
    for (List<AlertingRule> alerts : findings.rules().alerts().values()) {
      for (AlertingRule alert : alerts) {
        Threshold threshold =
            findings
                .flow(alert)
                .map(Flow::root)
                .flatMap(Threshold::of)
                .filter(each -> each.isUpper() || each.isLower())
                .orElse(null);
        String severity =
            AlertLabels.label(alert, findings.rules().groupOf(alert), "severity")
                .map(SourceText::text)
                .orElse("");
        if (threshold != null && !severity.isEmpty()) {
          symptoms.add(new Symptom(alert, severity, threshold));
        }
      }
    }
    return symptoms;
  }
}

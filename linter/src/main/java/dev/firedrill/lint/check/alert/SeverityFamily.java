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

  /// What an alert with a threshold looks at.
  ///
  /// @param upper whether larger values are worse
  private record Symptom(Set<String> metrics, boolean upper) {
    static Symptom of(Threshold threshold) {
      Set<String> metrics = new HashSet<>();
      for (InstantSelector selector : ExprWalk.selectors(threshold.subject())) {
        metrics.add(String.valueOf(selector.name()));
      }
      return new Symptom(metrics, threshold.isUpper());
    }
  }

  /// An alert with a threshold.
  private record Graded(AlertingRule alert, String severity, Symptom symptom) {}

  @Override
  public void check(Findings findings) {
    List<String> severe = findings.get(SEVERE);
    Set<String> announcedNames = new HashSet<>();
    Set<Symptom> announced = new HashSet<>();
    List<Graded> graded = graded(findings);
    for (Graded each : graded) {
      if (!severe.contains(each.severity)) {
        announcedNames.add(each.alert.name().value());
        announced.add(each.symptom);
      }
    }
    for (Graded each : graded) {
      String name = each.alert.name().value();
      if (severe.contains(each.severity)
          && !announced.contains(each.symptom)
          && !announcedNames.contains(name)) {
        findings.add(
            findings
                .at(
                    each.alert.name().location(),
                    name + " is the first that anybody hears of this: no milder alert announces it")
                .withHelp("add one with a threshold that is reached earlier"));
      }
    }
  }

  // Only what has a threshold can be told of earlier.
  private static List<Graded> graded(Findings findings) {
    List<Graded> graded = new ArrayList<>();
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
          graded.add(new Graded(alert, severity, Symptom.of(threshold)));
        }
      }
    }
    return graded;
  }
}

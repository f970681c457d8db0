package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;

/// Without a severity, routing falls through to the default receiver.
@AutoService(Check.class)
public final class SeverityMissing implements AlertCheck {
  private static final Parameter<String> LABEL =
      new Parameter<>("label", "severity", "name of the label that says how severe an alert is");
  private static final CheckInfo INFO =
      CheckInfo.of("severity/missing", Severity.ERROR, "alert without a severity label", LABEL);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    String label = findings.get(LABEL);
    if (AlertLabels.label(rule, group, label)
        .filter(value -> !value.text().isEmpty())
        .isPresent()) {
      return;
    }
    findings.add(
        findings
            .at(
                rule.name().location(),
                "alert " + rule.name().value() + " has no label `" + label + "`")
            .withHelp("add `" + label + ": critical`, or what fits, under `labels:`"));
  }
}

package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.template.References.Read;
import java.util.List;

/// Alerts are told apart by their labels: with the value among them, each evaluation makes a new
// one.
@AutoService(Check.class)
public final class LabelValueInLabel implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "label/value-in-label",
          Severity.ERROR,
          "`$value` in a label: a new alert at each evaluation");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      List<Read> values = template.values();
      boolean printed = values.stream().anyMatch(read -> !read.bound());
      if (!template.annotation() && printed) {
        findings.add(
            findings
                .at(
                    template.locate(values.getFirst().span()),
                    "label `"
                        + template.text().name().value()
                        + "` changes with the value: each evaluation makes a new alert, and `for`"
                        + " starts again")
                .withHelp("show the value in an annotation"));
      }
    }
  }
}

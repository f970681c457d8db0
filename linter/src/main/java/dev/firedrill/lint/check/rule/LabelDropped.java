package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;

/// Prometheus has no labels with empty values, and keeps names with two underscores for itself.
@AutoService(Check.class)
public final class LabelDropped implements RuleCheck {
  // Prometheus rejects it, which is said elsewhere.
  private static final String METRIC_NAME = "__name__";

  private static final CheckInfo INFO =
      CheckInfo.of(
          "label/dropped", Severity.INFO, "label with an empty value, or a name that is reserved");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    for (LabelText label : rule.labels()) {
      String name = label.name().value();
      if (name.equals(METRIC_NAME)) {
        continue;
      }
      if (name.startsWith("__")) {
        findings.add(
            findings
                .at(
                    label.name().location(),
                    "label `"
                        + name
                        + "` starts with two underscores, which are reserved for"
                        + " internal use")
                .withHelp("give it another name"));
      } else if (label.value().text().isEmpty()) {
        findings.add(
            findings
                .at(label.name().location(), "an empty value removes the label `" + name + "`")
                .withHelp("give it a value, or leave it out"));
      }
    }
  }
}

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

/// Routing needs to know the severity before the alert fires.
@AutoService(Check.class)
public final class SeverityTemplated implements AlertCheck {
  private static final Parameter<String> LABEL =
      new Parameter<>("label", "severity", "name of the label that says how severe an alert is");
  private static final CheckInfo INFO =
      CheckInfo.of("severity/templated", Severity.WARNING, "severity by template", LABEL);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    AlertLabels.label(rule, group, findings.get(LABEL))
        .filter(value -> value.text().contains("{{"))
        .ifPresent(
            value ->
                findings.add(
                    findings
                        .at(
                            value.location(),
                            "the severity is known only when the alert fires: nobody can tell whom"
                                + " it reaches")
                        .withHelp("write one alert for each severity")));
  }
}

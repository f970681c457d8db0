package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.Map;

/// Labels that a team has agreed on.
@AutoService(Check.class)
public final class LabelRequired implements AlertCheck {
  private static final Parameter<List<String>> REQUIRED =
      Parameter.strings("required", List.of(), "labels that each alert must have");
  private static final Parameter<List<String>> FORBIDDEN =
      Parameter.strings("forbidden", List.of(), "labels that no alert may have");
  private static final Parameter<Map<String, List<String>>> VALUES =
      Parameter.stringsByName("values", "for each label the values that it may have");
  private static final CheckInfo INFO =
      CheckInfo.off(
          "label/required", "required or forbidden labels and values", REQUIRED, FORBIDDEN, VALUES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    String alert = "alert " + rule.name().value();
    for (String label : findings.get(REQUIRED)) {
      if (AlertLabels.label(rule, group, label)
          .filter(value -> !value.text().isEmpty())
          .isEmpty()) {
        findings.add(
            findings
                .at(rule.name().location(), alert + " has no label `" + label + "`")
                .withHelp("add it under `labels:`"));
      }
    }
    for (LabelText label : rule.labels()) {
      if (findings.get(FORBIDDEN).contains(label.name().value())) {
        findings.add(
            findings
                .at(label.name().location(), alert + " must not set `" + label.name().value() + "`")
                .withHelp("remove it"));
      }
    }
    findings
        .get(VALUES)
        .forEach(
            (label, allowed) ->
                AlertLabels.label(rule, group, label)
                    .filter(value -> !allowed.contains(value.text()))
                    .ifPresent(
                        value ->
                            findings.add(
                                findings
                                    .at(
                                        value.location(),
                                        "`" + value.text() + "` is no value for `" + label + "`")
                                    .withHelp("it is one of " + String.join(", ", allowed)))));
  }
}

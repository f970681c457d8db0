package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// A page that does not say what is wrong costs the reader minutes.
@AutoService(Check.class)
public final class AnnotationRequired implements AlertCheck {
  private static final Parameter<List<String>> ANY_OF =
      Parameter.strings(
          "any_of",
          List.of("summary", "description", "message"),
          "annotations of which an alert needs at least one");
  private static final CheckInfo INFO =
      CheckInfo.convention(
          "annotation/required",
          "alert without an annotation that says what is wrong",
          ANY_OF,
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    List<String> wanted = findings.get(ANY_OF);
    if (wanted.stream().anyMatch(name -> AlertLabels.annotation(rule, name).isPresent())
        || DeliberateAlerts.isDeliberate(rule, group, findings.get(DeliberateAlerts.NAMES))) {
      return;
    }
    String names = "`" + String.join("`, `", wanted) + "`";
    findings.add(
        findings
            .at(
                rule.name().location(),
                "alert " + rule.name().value() + " says nothing to the one it pages")
            .withHelp("add one of " + names + " under `annotations:`"));
  }
}

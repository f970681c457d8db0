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
import java.util.Map;

/// A page that does not say what is wrong costs the reader minutes.
@AutoService(Check.class)
public final class AnnotationRequired implements AlertCheck {
  private static final Parameter<List<String>> ANY_OF =
      Parameter.strings(
          "any_of",
          List.of("summary", "description", "message"),
          "annotations of which an alert needs at least one");
  private static final Parameter<Map<String, List<String>>> PER_SEVERITY =
      Parameter.stringsByName(
          "per_severity", "for each severity the annotations that an alert must all have");
  private static final CheckInfo INFO =
      CheckInfo.convention(
          "annotation/required",
          "alert without an annotation that says what is wrong",
          ANY_OF,
          PER_SEVERITY,
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    List<String> all = demanded(rule, group, findings);
    if (!all.isEmpty()) {
      reportMissing(rule, all, findings);
      return;
    }
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

  private static List<String> demanded(AlertingRule rule, RuleGroup group, Findings findings) {
    return AlertLabels.label(rule, group, "severity")
        .map(severity -> findings.get(PER_SEVERITY).get(severity.text()))
        .orElse(List.of());
  }

  private static void reportMissing(AlertingRule rule, List<String> all, Findings findings) {
    List<String> missing =
        all.stream().filter(name -> AlertLabels.annotation(rule, name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      String names = "`" + String.join("`, `", missing) + "`";
      findings.add(
          findings
              .at(
                  rule.name().location(),
                  "alert "
                      + rule.name().value()
                      + " lacks the annotation"
                      + (missing.size() > 1 ? "s " : " ")
                      + names)
              .withHelp("the settings ask for it at this severity"));
    }
  }
}

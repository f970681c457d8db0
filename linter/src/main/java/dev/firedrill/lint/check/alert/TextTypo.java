package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// A label that is nearly called `severity` is not the severity.
@AutoService(Check.class)
public final class TextTypo implements AlertCheck {
  private static final List<String> LABELS =
      List.of(
          "severity", "alertname", "instance", "namespace", "cluster", "environment", "service");
  private static final List<String> ANNOTATIONS =
      List.of(
          "summary",
          "description",
          "runbook_url",
          "dashboard_url",
          "message",
          "runbook",
          "dashboard",
          "title");
  private static final int LEAST_LENGTH = 5;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "text/typo", Severity.INFO, "near-miss of a well-known label or annotation name");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    report(rule.labels(), LABELS, "label", findings);
    report(rule.annotations(), ANNOTATIONS, "annotation", findings);
  }

  private static void report(
      List<LabelText> texts, List<String> known, String what, Findings findings) {
    for (LabelText text : texts) {
      String name = text.name().value();
      if (known.contains(name) || name.length() < LEAST_LENGTH) {
        continue;
      }
      Spelling.nearest(name, known)
          .filter(near -> isSlip(name, near))
          .ifPresent(
              near ->
                  findings.add(
                      findings
                          .at(
                              text.name().location(),
                              what + " `" + name + "` looks like `" + near + "`")
                          .withHelp("did you mean `" + near + "`?")));
    }
  }

  // One letter missing, added, wrong or swapped, or another case: `descriptions` is on purpose.
  private static boolean isSlip(String name, String near) {
    if (name.equalsIgnoreCase(near)) {
      return true;
    }
    boolean plural = name.equals(near + "s") || near.equals(name + "s");
    return !plural
        && Math.abs(name.length() - near.length()) <= 1
        && !name.startsWith(near)
        && !near.startsWith(name)
        && name.charAt(0) == near.charAt(0);
  }
}

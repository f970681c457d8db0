package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.Patterns;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleGroup;

/// Names by which people find rules.
@AutoService(Check.class)
public final class RuleName implements RuleCheck {
  private static final Parameter<String> ALERT =
      new Parameter<>(
          "alert", "[A-Za-z][A-Za-z0-9]*", "pattern that names of alerts match as a whole");
  private static final Parameter<String> RECORD =
      new Parameter<>(
          "record",
          "",
          "pattern that names of records match as a whole, such as"
              + " [a-z0-9_]+:[a-z0-9_]+:[a-z0-9_]+");
  private static final CheckInfo INFO =
      CheckInfo.convention("rule/name", "alert whose name is not CamelCase", ALERT, RECORD);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    switch (rule) {
      case AlertingRule _ -> look(rule, findings.get(ALERT), "alert", findings);
      case RecordingRule _ -> look(rule, findings.get(RECORD), "record", findings);
    }
  }

  private static void look(Rule rule, String pattern, String what, Findings findings) {
    String name = rule.name().value();
    if (pattern.isEmpty() || Patterns.matches(pattern, name)) {
      return;
    }
    boolean standard = pattern.equals(ALERT.defaultValue());
    findings.add(
        findings
            .at(
                rule.name().location(),
                standard
                    ? "`" + name + "` is not in CamelCase"
                    : "the " + what + " name `" + name + "` does not match " + pattern)
            .withHelp(
                standard
                    ? "write it as `" + camel(name) + "`"
                    : "rename it, or change the pattern"));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        upper = true;
      }
    }
    return camel.toString();
  }
}

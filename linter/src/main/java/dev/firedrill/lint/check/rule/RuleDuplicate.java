package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The same rule twice pages twice, or records the same series from two places.
@AutoService(Check.class)
public final class RuleDuplicate implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("rule/duplicate", Severity.ERROR, "same name and labels twice in one rule set");

  /// What makes two rules the same to whoever reads their series or alerts.
  private record Identity(boolean alert, String name, Map<String, String> labels) {}

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    Map<Identity, Rule> seen = new HashMap<>();
    Variants variants = Variants.of(findings.rules());
    for (RuleFile file : findings.rules().files()) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          Rule first = seen.putIfAbsent(identity(rule, group), rule);
          if (first != null && !variants.areVariants(rule, first)) {
            report(rule, first, findings);
          }
        }
      }
    }
  }

  private static Identity identity(Rule rule, RuleGroup group) {
    Map<String, String> labels = new TreeMap<>();
    for (LabelText label : group.labels()) {
      labels.put(label.name().value(), label.value().text());
    }
    for (LabelText label : rule.labels()) {
      labels.put(label.name().value(), label.value().text());
    }
    return new Identity(rule instanceof AlertingRule, rule.name().value(), labels);
  }

  private static void report(Rule rule, Rule first, Findings findings) {
    boolean same =
        rule.expr().source().text().equals(first.expr().source().text())
            || expression(rule).equals(expression(first));
    if (!same && DisjointSeries.areDisjoint(rule, first, findings)) {
      return;
    }
    String message =
        rule.name().value()
            + (same
                ? " stands here a second time, with the same labels and expression"
                : " stands here a second time, with the same labels and another expression");
    findings.add(
        findings
            .at(same ? Severity.ERROR : Severity.WARNING, rule.name().location(), message)
            .withNote("first here", first.name().location())
            .withHelp(same ? "remove one of them" : "tell them apart by a label"));
  }

  private static String expression(Rule rule) {
    return rule.expr().result() instanceof Parsed parsed
        ? Printer.print(parsed.expr())
        : rule.expr().source().text();
  }
}

package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/// Runs checks over a rule set.
public final class Linter {
  private final List<Check> checks;
  private final ScopedSettings settings;

  /// A linter.
  ///
  /// @param checks those to choose from
  /// @param settings which of them run where, and how
  public Linter(List<Check> checks, ScopedSettings settings) {
    this.checks = checks.stream().filter(check -> settings.runsSomewhere(check.info())).toList();
    this.settings = settings;
  }

  /// {@return what the checks find, by check and in the order of the rules}
  public List<Diagnostic> lint(RuleSet rules) {
    List<Diagnostic> found = new ArrayList<>();
    for (Check check : checks) {
      Findings findings = new Findings(check.info(), settings, rules, found);
      switch (check) {
        case AlertCheck each -> forEachAlert(rules, each, findings);
        case RuleCheck each -> forEachRule(rules, findings, each::check);
        case ExprCheck each -> forEachPart(rules, each, findings);
        case GroupCheck each -> forEachGroup(rules, each, findings);
        case RuleSetCheck whole -> whole.check(findings);
      }
    }
    return found;
  }

  @FunctionalInterface
  private interface Visit {
    void visit(Rule rule, RuleGroup group, Findings findings);
  }

  private static void forEachRule(RuleSet rules, Findings findings, Visit visit) {
    for (RuleFile file : rules.files()) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          if (findings.enter(new RulePlace(file, group, rule))) {
            visit.visit(rule, group, findings);
          }
        }
      }
    }
  }

  private static void forEachAlert(RuleSet rules, AlertCheck check, Findings findings) {
    forEachRule(
        rules,
        findings,
        (rule, group, here) -> {
          if (rule instanceof AlertingRule alert) {
            check.check(alert, group, here);
          }
        });
  }

  private static void forEachPart(RuleSet rules, ExprCheck check, Findings findings) {
    forEachRule(
        rules,
        findings,
        (rule, group, here) -> {
          RuleExpression expr = rules.expression(rule, group).orElse(null);
          if (expr != null) {
            ExprWalk.forEach(expr.flow().root(), part -> check.check(part, expr, here));
          }
        });
  }

  private static void forEachGroup(RuleSet rules, GroupCheck check, Findings findings) {
    for (RuleFile file : rules.files()) {
      for (RuleGroup group : file.groups()) {
        if (findings.enter(new RulePlace(file, group, null))) {
          check.check(group, findings);
        }
      }
    }
  }
}

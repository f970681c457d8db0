package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/// All checks of single rules over some files: each rule is looked at by all of them before the
/// next one is. Used by one thread.
final class RuleLook {
  private final RuleSet rules;
  private final ScopedSettings settings;
  private final List<Running> checks = new ArrayList<>();

  /// A check and what it has to work with.
  private record Running(Check check, Findings findings) {}

  RuleLook(RuleSet rules, ScopedSettings settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /// Adds a check, unless it is one of the whole set, or asks a server.
  ///
  /// @param found where its findings go
  void add(Check check, List<Diagnostic> found) {
    boolean ofRules =
        !(check instanceof RuleSetCheck
            || check instanceof DeploymentCheck
            || check instanceof RoutingCheck
            || check instanceof GrafanaCheck
            || check instanceof OnlineCheck);
    if (ofRules) {
      checks.add(new Running(check, new Findings(check.info(), settings, rules, found)));
    }
  }

  /// Looks at some files.
  void at(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        CheckSettings here = settings.at(new RulePlace(file, group, null));
        for (Running running : checks) {
          if (running.check instanceof GroupCheck check && running.findings.enter(here)) {
            check.check(group, running.findings);
          }
        }
        for (Rule rule : group.rules()) {
          at(rule, group, settings.at(new RulePlace(file, group, rule)));
        }
      }
    }
  }

  private void at(Rule rule, RuleGroup group, CheckSettings here) {
    RuleExpression expr = rules.expression(rule).orElse(null);
    for (Running running : checks) {
      Findings findings = running.findings;
      if (!findings.enter(here)) {
        continue;
      }
      switch (running.check) {
        case AlertCheck check -> {
          if (rule instanceof AlertingRule alert) {
            check.check(alert, group, findings);
          }
        }
        case RuleCheck check -> check.check(rule, group, findings);
        case ExprCheck check -> {
          if (expr != null) {
            for (Expr part : expr.parts()) {
              check.check(part, expr, findings);
            }
          }
        }
        case GroupCheck _,
            RuleSetCheck _,
            DeploymentCheck _,
            RoutingCheck _,
            GrafanaCheck _,
            OnlineCheck _ -> {
          // Looks at more than one rule, or asks a server.
        }
      }
    }
  }
}

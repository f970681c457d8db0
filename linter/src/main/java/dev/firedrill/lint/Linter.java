package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs checks over a rule set.
public final class Linter {
  private final List<Check> checks;
  private final CheckSettings settings;

  /// A linter.
  ///
  /// @param checks those to choose from
  /// @param settings which of them run, and how
  public Linter(List<Check> checks, CheckSettings settings) {
    this.checks = checks.stream().filter(check -> settings.runs(check.info())).toList();
    this.settings = settings;
  }

  /// {@return what the checks find, by check and in the order of the rules}
  public List<Diagnostic> lint(RuleSet rules) {
    List<Diagnostic> found = new ArrayList<>();
    for (Check check : checks) {
      Findings findings = new Findings(check.info(), settings, rules, found);
      switch (check) {
        case AlertCheck each -> forEachAlert(rules, each, findings);
        case RuleCheck each -> forEachRule(rules, each, findings);
        case RuleSetCheck whole -> whole.check(findings);
      }
    }
    return found;
  }

  private static void forEachAlert(RuleSet rules, AlertCheck check, Findings findings) {
    forEachGroup(
        rules,
        group -> {
          for (Rule rule : group.rules()) {
            if (rule instanceof AlertingRule alert) {
              check.check(alert, group, findings);
            }
          }
        });
  }

  private static void forEachRule(RuleSet rules, RuleCheck check, Findings findings) {
    forEachGroup(rules, group -> group.rules().forEach(rule -> check.check(rule, group, findings)));
  }

  private static void forEachGroup(RuleSet rules, Consumer<RuleGroup> consumer) {
    for (RuleFile file : rules.files()) {
      file.groups().forEach(consumer);
    }
  }
}

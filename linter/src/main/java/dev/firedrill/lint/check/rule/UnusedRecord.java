package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleFile;
import java.util.HashSet;
import java.util.Set;

/// A record that nothing reads costs an evaluation and its series.
@AutoService(Check.class)
public final class UnusedRecord implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.off("rule/unused-record", "record that no rule reads");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    Set<String> read = new HashSet<>();
    for (RuleFile file : findings.rules().files()) {
      for (Rule rule : file.rules()) {
        findings
            .flow(rule)
            .ifPresent(
                flow -> {
                  for (InstantSelector selector : ExprWalk.selectors(flow.root())) {
                    String name = selector.name();
                    if (name != null && !name.equals(rule.name().value())) {
                      read.add(name);
                    }
                  }
                });
      }
    }
    for (String metric : findings.rules().recorded()) {
      if (!read.contains(metric)) {
        RecordingRule record = findings.rules().recordsOf(metric).getFirst();
        findings.add(
            findings
                .at(record.name().location(), "no rule reads `" + metric + "`")
                .withHelp("remove it, unless a dashboard or a person reads it"));
      }
    }
  }
}

package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.edit.ExprFormat;
import dev.firedrill.rules.edit.RuleFormat;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.List;

/// An expression that does not look as Prometheus would print it.
@AutoService(Check.class)
public final class PromqlFormat implements RuleCheck {
  private static final CheckInfo INFO =
      CheckInfo.off("promql/format", "expression that differs from its pretty-printed form");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    // Otherwise, what one check mends the other would undo.
    boolean keepNumbers = findings.runsHere(NumberStyle.ID);
    RuleFormat format = new RuleFormat(ExprFormat.DEFAULT.withKeepNumbers(keepNumbers));
    List<TextEdit> edits;
    try {
      edits = format.edits(rule);
    } catch (EditRefused e) {
      return;
    }
    if (!edits.isEmpty()) {
      findings.add(
          findings
              .at(rule.expr().source().location(), "the expression is not formatted")
              .withHelp("`firedrill rules format` formats all there are")
              .withFix(new Fix("format the expression", edits)));
    }
  }
}

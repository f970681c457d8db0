package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Subquery;

/// A subquery with a step as long as its range looks at one or two moments.
@AutoService(Check.class)
public final class SubqueryStep implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "range/subquery-step",
          Severity.WARNING,
          "subquery step that is too coarse for its range");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Subquery subquery)
        || !(subquery.range() instanceof DurationExpr.Literal range)) {
      return;
    }
    if (subquery.step() instanceof DurationExpr.Literal step && step.millis() > 0) {
      if (2 * step.millis() > range.millis()) {
        findings.add(
            findings
                .at(
                    expr.locate(step.span()),
                    "a step of "
                        + PrometheusDuration.format(step.millis())
                        + " looks at hardly more than one moment of "
                        + PrometheusDuration.format(range.millis()))
                .withHelp("use a finer step, or a longer range"));
      }
    }
  }
}

package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.Subquery;

/// What is not yet there cannot be evaluated.
@AutoService(Check.class)
public final class UnaryOffset implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/unary-offset", Severity.INFO, "negative offset in a rule: reads the future");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    DurationExpr offset =
        switch (part) {
          case InstantSelector selector -> selector.modifiers().offset();
          case Subquery subquery -> subquery.modifiers().offset();
          default -> null;
        };
    if (offset instanceof DurationExpr.Literal literal && literal.seconds() < 0) {
      findings.add(
          findings
              .at(
                  expr.locate(literal.span()),
                  "a negative offset reads the future, where there is nothing when the rule is"
                      + " evaluated")
              .withHelp("use a positive offset on the other side of the comparison"));
    }
  }
}

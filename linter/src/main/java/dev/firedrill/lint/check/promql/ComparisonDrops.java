package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import java.util.List;

/// `and` binds stronger than `or`, which few remember.
@AutoService(Check.class)
public final class ComparisonDrops implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/comparison-drops", Severity.INFO, "`and` and `or` mixed without parentheses");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Binary or) || or.operator() != BinaryOperator.OR) {
      return;
    }
    for (Expr side : List.of(or.left(), or.right())) {
      if (side instanceof Binary inner
          && (inner.operator() == BinaryOperator.AND
              || inner.operator() == BinaryOperator.UNLESS)) {
        findings.add(
            findings
                .at(
                    expr.locate(inner),
                    "`"
                        + inner.operator().symbol()
                        + "` binds stronger than `or`: this is one side of it")
                .withHelp("put parentheses around what belongs together"));
        return;
      }
    }
  }
}

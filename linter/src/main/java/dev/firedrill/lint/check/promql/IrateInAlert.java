package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;

/// `irate` looks at two samples: the condition flickers with them.
@AutoService(Check.class)
public final class IrateInAlert implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("promql/irate-in-alert", Severity.WARNING, "`irate` in an alert");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (expr.isAlert() && part instanceof Call call && call.function().name().equals("irate")) {
      findings.add(
          findings
              .at(
                  expr.locate(call),
                  "irate() looks at the last two samples only: a brief spike fires the alert, a"
                      + " brief dip resets its `for`")
              .withHelp("use rate()"));
    }
  }
}

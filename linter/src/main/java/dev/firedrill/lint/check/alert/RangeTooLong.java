package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import java.time.Duration;

/// What lies beyond the retention is gone.
@AutoService(Check.class)
public final class RangeTooLong implements ExprCheck {
  private static final Parameter<Duration> RETENTION =
      Parameter.duration("retention", Duration.ZERO, "how long the server keeps samples");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "range/too-long",
          Severity.WARNING,
          "range, offset or subquery beyond the retention",
          RETENTION);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    long retention = findings.get(RETENTION).toMillis();
    if (retention == 0) {
      return;
    }
    long reach = Reach.millis(part, expr);
    if (reach > retention) {
      findings.add(
          findings
              .at(
                  expr.locate(part),
                  "this reads "
                      + PrometheusDuration.format(reach)
                      + " back, and samples are kept for "
                      + PrometheusDuration.format(retention))
              .withHelp("record what is needed, or keep samples for longer"));
    }
  }
}

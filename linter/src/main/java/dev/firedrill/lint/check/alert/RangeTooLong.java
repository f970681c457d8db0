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
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    long reach =
        switch (part) {
          case RangeSelector range ->
              millis(range.range()) + millis(range.series().modifiers().offset());
          case Subquery subquery ->
              millis(subquery.range()) + millis(subquery.modifiers().offset());
          case InstantSelector selector
              when !(expr.parents().get(selector) instanceof RangeSelector) ->
              millis(selector.modifiers().offset());
          default -> 0;
        };
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

  private static long millis(@Nullable DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal ? literal.millis() : 0;
  }
}

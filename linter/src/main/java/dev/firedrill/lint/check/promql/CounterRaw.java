package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;

/// The value of a counter says how long its process has been running, more than anything else.
@AutoService(Check.class)
public final class CounterRaw implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/counter-raw", Severity.INFO, "counter used raw in a comparison or an average");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    switch (part) {
      case Binary binary -> compared(binary, expr, findings);
      case Aggregation aggregation -> averaged(aggregation, expr, findings);
      default -> {
        // Neither compares nor averages.
      }
    }
  }

  private static void compared(Binary binary, RuleExpression expr, Findings findings) {
    Threshold threshold = Threshold.of(binary).orElse(null);
    // Alerts on a counter that is too high never resolve, which has its own check.
    if (threshold == null
        || expr.facts(threshold.subject()).kind() != MetricKind.COUNTER
        || (threshold.isUpper() && expr.isAlert())
        || threshold.value() == 0) {
      return;
    }
    findings.add(
        findings
            .at(
                severity(threshold.subject(), findings),
                expr.locate(binary),
                "a raw counter is compared: its value depends on the last restart")
            .withHelp("compare its rate() or increase()"));
  }

  private static void averaged(Aggregation aggregation, RuleExpression expr, Findings findings) {
    boolean average =
        switch (aggregation.operator()) {
          case AVG, QUANTILE, STDDEV, STDVAR -> true;
          default -> false;
        };
    boolean selected = ExprWalk.unwrapped(aggregation.operand()) instanceof InstantSelector;
    if (average && selected && expr.facts(aggregation.operand()).kind() == MetricKind.COUNTER) {
      findings.add(
          findings
              .at(
                  severity(aggregation.operand(), findings),
                  expr.locate(aggregation),
                  aggregation.operator().keyword()
                      + "() of raw counters: their values depend on the last restarts")
              .withHelp("take it of their rate() or increase()"));
    }
  }

  // A name only looks like a counter; metadata says that it is one.
  private static Severity severity(Expr counter, Findings findings) {
    for (InstantSelector selector : ExprWalk.selectors(counter)) {
      String metric = selector.name();
      if (metric != null && findings.rules().types().of(metric).isPresent()) {
        return Severity.WARNING;
      }
    }
    return Severity.INFO;
  }
}

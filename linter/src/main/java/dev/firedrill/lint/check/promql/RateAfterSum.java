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
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.Set;

/// A sum of counters drops when one of them restarts, which a rate takes for a restart of the sum.
@AutoService(Check.class)
public final class RateAfterSum implements ExprCheck {
  private static final Set<String> RATES = Set.of("rate", "irate", "increase");
  private static final CheckInfo INFO =
      CheckInfo.of("promql/rate-after-sum", Severity.ERROR, "rate of a sum of counters");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Call call) || !RATES.contains(call.function().name())) {
      return;
    }
    switch (ExprWalk.unwrapped(call.arguments().getFirst())) {
      case Subquery subquery -> {
        Expr inner = ExprWalk.unwrapped(subquery.inner());
        if (isSum(inner) && expr.facts(inner).kind() != MetricKind.GAUGE) {
          findings.add(
              findings
                  .at(expr.locate(call), message(call))
                  .withHelp("swap them: `sum(" + call.function().name() + "(...))`"));
        }
      }
      case RangeSelector range -> ofRecord(call, range, expr, findings);
      default -> {
        // Nothing that is summed.
      }
    }
  }

  private static void ofRecord(
      Call call, RangeSelector range, RuleExpression expr, Findings findings) {
    for (RecordingRule record : findings.rules().recordsOf(String.valueOf(range.series().name()))) {
      Flow flow = findings.flow(record).orElse(null);
      Expr root = flow == null ? null : ExprWalk.unwrapped(flow.root());
      if (flow != null
          && root != null
          && isSum(root)
          && flow.facts().kind() == MetricKind.COUNTER) {
        findings.add(
            findings
                .at(expr.locate(call), message(call))
                .withNote("it is summed here", record.expr().source().locate(root.span()))
                .withHelp("record the rate, and sum rates"));
        return;
      }
    }
  }

  private static boolean isSum(Expr expr) {
    return expr instanceof Aggregation aggregation
        && switch (aggregation.operator()) {
          case SUM, AVG -> true;
          default -> false;
        };
  }

  private static String message(Call call) {
    return call.function().name()
        + "() after a sum: when one counter restarts, the sum drops and the result jumps";
  }
}

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
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.walk.ExprWalk;

/// Counter functions read every decrease as a reset, and gauge functions count every reset.
@AutoService(Check.class)
public final class RateOfGauge implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/rate-of-gauge",
          Severity.INFO,
          "counter function on a gauge, or gauge function on a counter");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Call call) || call.arguments().size() != 1) {
      return;
    }
    Expr argument = ExprWalk.unwrapped(call.arguments().getFirst());
    if (!(argument instanceof RangeSelector range)) {
      return;
    }
    String function = call.function().name();
    String metric = String.valueOf(range.series().name());
    MetricKind kind = expr.facts(range.series()).kind();
    boolean declared = findings.rules().types().of(metric).isPresent();
    switch (function) {
      case "rate", "irate", "increase", "resets" -> {
        // What metadata says of these is for online/metric-type to report.
        if (kind == MetricKind.GAUGE && !declared) {
          report(
              Severity.INFO,
              call,
              "`" + metric + "` looks like a gauge, and " + function + "() is for counters",
              function.equals("rate") || function.equals("irate")
                  ? "use deriv() for its slope"
                  : "use delta() for its change",
              expr,
              findings);
        }
      }
      case "delta", "idelta", "deriv" -> {
        if (kind == MetricKind.COUNTER) {
          report(
              declared ? Severity.WARNING : Severity.INFO,
              call,
              "`"
                  + metric
                  + (declared ? "` is" : "` looks like")
                  + " a counter, and "
                  + function
                  + "() does not know of resets",
              function.equals("deriv") ? "use rate()" : "use increase()",
              expr,
              findings);
        }
      }
      default -> {
        // Good for both.
      }
    }
  }

  private static void report(
      Severity severity,
      Call call,
      String message,
      String help,
      RuleExpression expr,
      Findings findings) {
    findings.add(findings.at(severity, expr.locate(call), message).withHelp(help));
  }
}

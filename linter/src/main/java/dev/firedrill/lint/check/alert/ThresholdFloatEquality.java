package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Set;

/// Fractions are rarely met exactly.
@AutoService(Check.class)
public final class ThresholdFloatEquality implements ExprCheck {
  private static final Set<String> MIXING =
      Set.of(
          "rate",
          "irate",
          "avg_over_time",
          "quantile_over_time",
          "histogram_quantile",
          "deriv",
          "predict_linear",
          "stddev_over_time");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/float-equality",
          Severity.WARNING,
          "`==` or `!=` against a fraction, or of what is hardly ever a whole number");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    Threshold threshold = part instanceof Binary binary ? Threshold.of(binary).orElse(null) : null;
    if (threshold == null || threshold.isLower() || threshold.isUpper()) {
      return;
    }
    double value = threshold.value();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    String symbol = threshold.operator().symbol();
    if (value != Math.rint(value)) {
      findings.add(
          findings
              .at(
                  expr.locate(part),
                  "`" + symbol + "` against a fraction: rounding decides whether it is met")
              .withHelp("compare with `<` or `>`"));
    } else if (value != 0 && isMixed(threshold.subject())) {
      findings.add(
          findings
              .at(
                  expr.locate(part),
                  "`"
                      + symbol
                      + "` of an average, rate or quantile: it is hardly ever exactly "
                      + expr.text(threshold.number()))
              .withHelp("compare with `<` or `>`"));
    }
  }

  private static boolean isMixed(Expr subject) {
    return switch (subject) {
      case Aggregation aggregation ->
          (aggregation.operator() == AggregationOperator.AVG && !isFlag(aggregation.operand()))
              || aggregation.operator() == AggregationOperator.QUANTILE
              || aggregation.operator() == AggregationOperator.STDDEV;
      case Call call ->
          MIXING.contains(call.function().name())
              && !(call.function().name().equals("avg_over_time")
                  && isFlag(call.arguments().getFirst()));
      default -> false;
    };
  }

  // The average of flags is 1 exactly where all are 1.
  private static boolean isFlag(Expr operand) {
    return ExprWalk.selectors(operand).stream()
        .allMatch(selector -> selector.name() != null && !selector.name().contains("seconds"));
  }
}

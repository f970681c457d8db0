package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Quantiles come from buckets, which `le` tells apart, and cannot be averaged.
@AutoService(Check.class)
public final class HistogramUse implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/histogram",
          Severity.ERROR,
          "quantile of buckets without `le`, outside 0..1, or averaged");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    switch (part) {
      case Call call when call.function().name().equals("histogram_quantile") ->
          quantile(call, expr, findings);
      case Aggregation aggregation -> averaged(aggregation, expr, findings);
      default -> {
        // Nothing about histograms.
      }
    }
  }

  private static void quantile(Call call, RuleExpression expr, Findings findings) {
    Expr share = ExprWalk.unwrapped(call.arguments().getFirst());
    if (share instanceof NumberLiteral number && (number.value() < 0 || number.value() > 1)) {
      findings.add(
          findings
              .at(expr.locate(share), "a quantile lies between 0 and 1: this gives +Inf or -Inf")
              .withHelp("write 0.95 for the 95th percentile"));
    }
    Expr buckets = call.arguments().getLast();
    if (expr.facts(buckets).labels().mayHave("le") || !readsBuckets(buckets)) {
      return;
    }
    Diagnostic diagnostic =
        findings.at(
            expr.locate(buckets),
            "histogram_quantile() needs the label `le` to tell buckets apart");
    Expr loser = Flow.of(buckets, selector -> Optional.empty()).lost("le").orElse(buckets);
    findings.add(
        loser instanceof Aggregation aggregation
            ? diagnostic
                .withNote("it is dropped here", expr.locate(loser))
                .withHelp(help(aggregation))
            : diagnostic);
  }

  private static String help(Aggregation aggregation) {
    if (aggregation.grouping().without()) {
      return "take `le` out of `without`";
    }
    List<String> labels = new ArrayList<>(List.of("le"));
    labels.addAll(aggregation.grouping().labels());
    return "aggregate `by (" + String.join(", ", labels) + ")`";
  }

  private static boolean readsBuckets(Expr buckets) {
    return ExprWalk.selectors(buckets).stream()
        .anyMatch(selector -> selector.name() != null && selector.name().endsWith("_bucket"));
  }

  private static void averaged(Aggregation aggregation, RuleExpression expr, Findings findings) {
    boolean mixes =
        aggregation.operator() == AggregationOperator.AVG
            || aggregation.operator() == AggregationOperator.SUM;
    if (!mixes) {
      return;
    }
    Expr operand = ExprWalk.unwrapped(aggregation.operand());
    boolean histogram =
        operand instanceof Call call && call.function().name().equals("histogram_quantile");
    boolean summary =
        operand instanceof InstantSelector selector
            && selector.matchers().stream()
                .anyMatch(matcher -> matcher.name().equals("quantile") && !matcher.matches(""));
    if (histogram || summary) {
      findings.add(
          findings
              .at(
                  Severity.WARNING,
                  expr.locate(aggregation),
                  "the "
                      + (aggregation.operator() == AggregationOperator.AVG ? "average" : "sum")
                      + " of quantiles is no quantile")
              .withHelp(
                  histogram
                      ? "aggregate the buckets: `histogram_quantile(q, sum by (le) (...))`"
                      : "take the maximum, or use a histogram"));
    }
  }
}

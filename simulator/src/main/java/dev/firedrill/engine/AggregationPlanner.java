package dev.firedrill.engine;

import dev.firedrill.engine.operator.Accumulator;
import dev.firedrill.engine.operator.Accumulators;
import dev.firedrill.engine.operator.Aggregate;
import dev.firedrill.engine.operator.CountValues;
import dev.firedrill.engine.operator.ElementLimit;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.SelectRanked;
import dev.firedrill.engine.operator.SelectSome;
import dev.firedrill.engine.operator.SeriesShare;
import dev.firedrill.engine.operator.StepParameter;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Utf8;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns aggregations into operators.
final class AggregationPlanner {
  // Each value is a series of its own at all steps.
  private static final int MOST_VALUES = 20_000;

  private final Planner planner;
  private final PlanContext context;

  AggregationPlanner(Planner planner) {
    this.planner = planner;
    this.context = planner.context();
  }

  Operator plan(Expr.Aggregation aggregation) {
    AggregationOperator operator = aggregation.operator();
    Operator vector = planner.plan(aggregation.operand());
    return switch (operator) {
      case SUM, AVG, MIN, MAX, COUNT, GROUP, STDDEV, STDVAR -> reduced(aggregation, vector, null);
      case QUANTILE -> reduced(aggregation, vector, quantile(aggregation));
      case TOPK, BOTTOMK -> ranked(aggregation, vector);
      case COUNT_VALUES -> countValues(aggregation, vector);
      case LIMITK -> {
        ElementLimit limit = new ElementLimit(parameter(aggregation));
        yield some(aggregation, vector, SelectSome.first(limit, vector.series().size()));
      }
      case LIMIT_RATIO -> {
        StepParameter ratio = within(-1, 1, parameter(aggregation));
        yield some(
            aggregation, vector, new SeriesShare(ratio, vector.series(), context.annotations()));
      }
    };
  }

  private Operator reduced(
      Expr.Aggregation aggregation, Operator vector, @Nullable Operator parameter) {
    Supplier<Accumulator> accumulators = Accumulators.of(aggregation.operator()).orElseThrow();
    return new Aggregate(
        aggregation, vector, parameter, accumulators, context.steps(), context.annotations());
  }

  private StepParameter quantile(Expr.Aggregation aggregation) {
    StepParameter quantile = within(0, 1, parameter(aggregation));
    if (quantile.anyNan()) {
      warnOfQuantile(Double.NaN, quantile);
    }
    if (quantile.greatest() > 1) {
      warnOfQuantile(quantile.greatest(), quantile);
    }
    if (quantile.least() < 0) {
      warnOfQuantile(quantile.least(), quantile);
    }
    return quantile;
  }

  // A warning names the greatest and the least value of a query, which for instant queries are not
  // those of all steps.
  private StepParameter within(double least, double greatest, StepParameter parameter) {
    boolean outside = parameter.least() < least || parameter.greatest() > greatest;
    if (context.instants() && parameter.varies() && (outside || parameter.anyNan())) {
      throw new EvaluationException(
          "one plan does not tell what each query warns of", parameter.span());
    }
    return parameter;
  }

  private void warnOfQuantile(double value, StepParameter quantile) {
    context
        .annotations()
        .warn(
            "quantile value should be between 0 and 1, got " + GoFloat.general(value),
            quantile.span());
  }

  private Operator ranked(Expr.Aggregation aggregation, Operator vector) {
    return new SelectRanked(
        aggregation,
        vector,
        new ElementLimit(parameter(aggregation)),
        context.annotations(),
        context.grid().isSingle());
  }

  private Operator some(Expr.Aggregation aggregation, Operator vector, SelectSome.Rule rule) {
    return new SelectSome(
        aggregation.operator().keyword(),
        aggregation.grouping(),
        vector,
        rule,
        context.grid().isSingle());
  }

  private Operator countValues(Expr.Aggregation aggregation, Operator vector) {
    if (!(parameterOf(aggregation) instanceof Expr.StringLiteral literal)) {
      throw EvaluationException.unsupported(
          "a string that is not a literal", parameterOf(aggregation).span());
    }
    String label = literal.value();
    if (label.isEmpty() || !Utf8.isValid(label)) {
      throw new EvaluationException(
          "invalid label name " + GoQuote.quote(label), aggregation.span());
    }
    return new CountValues(
        label,
        aggregation.grouping(),
        vector,
        context.steps(),
        series -> context.checkHeld(series, MOST_VALUES));
  }

  private StepParameter parameter(Expr.Aggregation aggregation) {
    Expr parameter = parameterOf(aggregation);
    Operator scalar = planner.ofParameter().plan(parameter);
    return new StepParameter(scalar, parameter.span(), context.steps());
  }

  private static Expr parameterOf(Expr.Aggregation aggregation) {
    return Planner.unwrapped(Objects.requireNonNull(aggregation.parameter()));
  }
}

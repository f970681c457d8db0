package dev.firedrill.engine;

import dev.firedrill.engine.operator.Batch;
import dev.firedrill.engine.operator.Columns;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.RemoveNames;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evaluates PromQL expressions as Prometheus does.
///
/// Expressions are those that [dev.firedrill.promql.Promql] has accepted.
public final class Engine {
  static final String TOO_MANY_SAMPLES =
      "query processing would load too many samples into memory in query execution";

  private final EngineOptions options;

  /// An engine with the given settings.
  public Engine(EngineOptions options) {
    this.options = options;
  }

  /// {@return the settings}
  public EngineOptions options() {
    return options;
  }

  /// {@return the value of an expression at a time}
  /// @param time epoch milliseconds
  /// @throws EvaluationException if it cannot be evaluated
  public Evaluation instant(Expr expr, SeriesSource source, long time) {
    TimeGrid grid = TimeGrid.instant(time);
    Annotations annotations = new Annotations();
    Planner planner = planner(source, grid, annotations);
    QueryResult result =
        switch (ValueTypes.of(expr)) {
          case STRING -> new QueryResult.Text(time, text(expr));
          case RANGE_VECTOR -> RangeResult.of(planner.range(expr), expr.span());
          case SCALAR -> scalar(planner.plan(expr), expr, time);
          case INSTANT_VECTOR -> vector(planner.plan(expr), expr, time);
        };
    return new Evaluation(result, annotations.list());
  }

  /// {@return the values of an expression that is a vector or a scalar, at each step of a grid}
  /// @throws EvaluationException if it cannot be evaluated
  public Evaluation range(Expr expr, SeriesSource source, TimeGrid grid) {
    ValueType type = ValueTypes.of(expr);
    if (type == ValueType.RANGE_VECTOR || type == ValueType.STRING) {
      throw new EvaluationException(
          "invalid expression type \""
              + type.title()
              + "\" for range query, must be Scalar or instant Vector",
          expr.span());
    }
    Annotations annotations = new Annotations();
    Operator plan = planner(source, grid, annotations).plan(expr);
    Operator operator = RemoveNames.from(plan, expr.span());
    List<Samples> samples =
        Columns.collect(operator, grid, new StepBatches(grid, options.batchSteps()).all());
    checkBudget(plan, expr);
    return new Evaluation(matrix(operator, samples), annotations.list());
  }

  /// {@return one plan for instant queries at all steps of a grid, all on the same data; empty
  ///     where only the instant queries themselves can tell, or can tell whether they hold too many
  ///     samples}
  /// @throws EvaluationException if it cannot be evaluated at some step
  /// @throws PlanTooLongException if a plan for fewer steps would take far less memory
  public Optional<EachInstant> eachInstant(Expr expr, SeriesSource source, TimeGrid grid) {
    ValueType type = ValueTypes.of(expr);
    boolean plain = type == ValueType.INSTANT_VECTOR || type == ValueType.SCALAR;
    if (!plain || !options.features().isEmpty() || !InstantAgreement.holds(expr)) {
      return Optional.empty();
    }
    EngineOptions uncounted = options.withMaxSamples(Long.MAX_VALUE);
    Annotations annotations = Annotations.ofAnyOrder();
    Operator operator = planner(uncounted, source, grid, annotations, true).plan(expr);
    InstantOrder.Verdict verdict = InstantOrder.of(operator);
    return verdict.safe() && SampleBudget.surelyWithin(options.maxSamples(), operator)
        ? Optional.of(new EachInstant(operator, annotations, verdict.ordered()))
        : Optional.empty();
  }

  /// {@return the plan of an expression that is a vector or a scalar, as a tree of lines}
  public String explain(Expr expr, SeriesSource source, TimeGrid grid) {
    return planner(source, grid, new Annotations()).plan(expr).explain();
  }

  private Planner planner(SeriesSource source, TimeGrid grid, Annotations annotations) {
    return planner(options, source, grid, annotations, false);
  }

  private static Planner planner(
      EngineOptions options,
      SeriesSource source,
      TimeGrid grid,
      Annotations annotations,
      boolean instants) {
    HistogramDetail whole = HistogramDetail.WHOLE;
    return new Planner(
        new PlanContext(source, options, grid, grid, annotations, whole, false, instants));
  }

  private static String text(Expr expr) {
    return switch (expr) {
      case Expr.StringLiteral literal -> literal.value();
      case Expr.Paren paren -> text(paren.inner());
      default -> throw new IllegalArgumentException("no string: " + expr);
    };
  }

  private void checkBudget(PlanNode plan, Expr expr) {
    long limit = options.maxSamples();
    if (limit < Long.MAX_VALUE && SampleBudget.peak(plan) > limit) {
      throw new EvaluationException(TOO_MANY_SAMPLES, expr.span());
    }
  }

  private QueryResult scalar(Operator plan, Expr expr, long time) {
    double value = plan.batch(0, 1).get(0, 0);
    checkBudget(plan, expr);
    return new QueryResult.Scalar(time, value);
  }

  private QueryResult vector(Operator plan, Expr expr, long time) {
    Operator operator = RemoveNames.from(plan, expr.span());
    Batch batch = operator.batch(0, 1);
    checkBudget(plan, expr);
    List<QueryResult.Sample> samples = new ArrayList<>();
    for (int column = 0; column < batch.series(); column++) {
      if (batch.has(column, 0)) {
        samples.add(sample(operator.series().get(column), batch, column));
      }
    }
    return new QueryResult.Vector(time, samples);
  }

  private static QueryResult.Sample sample(Labels labels, Batch batch, int column) {
    @Nullable NativeHistogram histogram = batch.histogram(column, 0);
    return histogram == null
        ? new QueryResult.Sample(labels, batch.get(column, 0))
        : new QueryResult.Sample(labels, histogram);
  }

  private static QueryResult matrix(Operator operator, List<Samples> samples) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (!samples.get(i).isEmpty()) {
        series.add(new Series(operator.series().get(i), samples.get(i)));
      }
    }
    series.sort(Series::byLabels);
    return new QueryResult.Matrix(series);
  }
}

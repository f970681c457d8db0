package dev.firedrill.engine;

import dev.firedrill.engine.function.FunctionPlan;
import dev.firedrill.engine.function.FunctionTable;
import dev.firedrill.engine.operator.Constant;
import dev.firedrill.engine.operator.Counted;
import dev.firedrill.engine.operator.EvaluateSubquery;
import dev.firedrill.engine.operator.HistogramTotals;
import dev.firedrill.engine.operator.Negate;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.Present;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.engine.operator.ReadTime;
import dev.firedrill.engine.operator.Repeat;
import dev.firedrill.engine.operator.SelectInstant;
import dev.firedrill.engine.operator.SelectRange;
import dev.firedrill.engine.operator.SelectSmoothed;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.Modifiers.Edges;
import dev.firedrill.promql.ast.Sign;
import dev.firedrill.series.SeriesSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an expression into operators: the only place that knows the kinds of expressions.
public final class Planner {
  private static final long MAX_SUBQUERY_STEPS = 50_000_000;
  // About 64 MB.
  private static final long MOST_SUBQUERY_SAMPLES = 4_000_000;

  private final PlanContext context;
  private final Durations durations;

  /// A planner for a query.
  public Planner(PlanContext context) {
    this.context = context;
    this.durations = new Durations(context.query());
  }

  PlanContext context() {
    return context;
  }

  /// {@return the operator for an expression that yields a vector or a scalar}
  /// @throws EvaluationException if it cannot be evaluated
  public Operator plan(Expr expr) {
    Operator planned = planned(expr);
    return context.options().maxSamples() == Long.MAX_VALUE ? planned : new Counted(planned);
  }

  private Operator planned(Expr expr) {
    if (context.grid().isSingle()) {
      return new Present(build(expr));
    }
    if (isFixed(expr)) {
      return new Repeat(on(TimeGrid.instant(context.grid().start())).plan(expr));
    }
    return build(expr);
  }

  private boolean isFixed(Expr expr) {
    return !context.inParameter() && StepInvariance.worthIt(expr);
  }

  private Planner on(TimeGrid grid) {
    return new Planner(context.on(grid));
  }

  /// {@return a planner for the same steps where something else is wanted of histograms}
  Planner with(HistogramDetail detail) {
    boolean settled = context.detail() == HistogramDetail.WHOLE_ALL_THE_WAY;
    return settled || detail == context.detail() ? this : new Planner(context.with(detail));
  }

  /// {@return a planner for the parameter of an aggregation}
  Planner ofParameter() {
    return new Planner(context.ofParameter());
  }

  private Operator build(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> new Constant(number.value());
      case Expr.Paren paren -> build(paren.inner());
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> new BinaryPlanner(this).plan(binary);
      case Expr.Aggregation aggregation -> new AggregationPlanner(this).plan(aggregation);
      case Expr.Call call -> call(call);
      case Expr.InstantSelector selector -> select(selector, SelectInstant.Reading.VALUE);
      case Expr.StringLiteral string -> throw new IllegalArgumentException("a string is no vector");
      case Expr.RangeSelector selector ->
          throw new IllegalArgumentException("a range vector is no vector");
      case Expr.Subquery subquery ->
          throw new IllegalArgumentException("a range vector is no vector");
    };
  }

  private Operator unary(Expr.Unary unary) {
    Operator operand = plan(unary.operand());
    return unary.sign() == Sign.PLUS ? operand : new Negate(operand, context.names(), unary.span());
  }

  private Operator call(Expr.Call call) {
    String name = call.function().name();
    Optional<FunctionPlan> plan = FunctionTable.find(name);
    if (plan.isEmpty()) {
      throw EvaluationException.unsupported("function " + name + "()", call.span());
    }
    return plan.get().plan(new PlannedCall(this, call));
  }

  /// {@return an expression without the parentheses around it}
  static Expr unwrapped(Expr expr) {
    Expr inner = expr;
    while (inner instanceof Expr.Paren paren) {
      inner = paren.inner();
    }
    return inner;
  }

  /// {@return the operator for a plain selector}
  Operator select(Expr.InstantSelector selector, SelectInstant.Reading reading) {
    ReadTime time = readTime(selector.modifiers());
    boolean value = reading == SelectInstant.Reading.VALUE;
    boolean smoothed = value && selector.modifiers().edges() == Edges.SMOOTHED;
    long ahead = smoothed ? context.options().lookback() : 0;
    Long fixed = time.at();
    if (context.inParameter() && value && fixed != null) {
      // Prometheus moves on with the steps, but has asked for the samples of the first one only.
      Planner planner = new Planner(context.until(time.of(0) + ahead));
      return planner.select(selector, reading, time.movingOn(), ahead);
    }
    return select(selector, reading, time, ahead);
  }

  private Operator select(
      Expr.InstantSelector selector, SelectInstant.Reading reading, ReadTime time, long ahead) {
    long lookback = context.options().lookback();
    if (ahead > 0) {
      return new SelectSmoothed(
          source(time, lookback, ahead, true),
          selector.matchers(),
          time,
          lookback,
          context.annotations(),
          selector.span());
    }
    return new SelectInstant(
        source(time, lookback - 1, 0, true), selector.matchers(), time, lookback, reading);
  }

  /// {@return the input for an expression that yields a range vector}
  RangeInput range(Expr expr) {
    return switch (expr) {
      case Expr.Paren paren -> range(paren.inner());
      case Expr.RangeSelector selector -> selectRange(selector);
      case Expr.Subquery subquery -> subquery(subquery);
      case Expr.NumberLiteral other -> throw noRange(other);
      case Expr.StringLiteral other -> throw noRange(other);
      case Expr.Unary other -> throw noRange(other);
      case Expr.Binary other -> throw noRange(other);
      case Expr.Aggregation other -> throw noRange(other);
      case Expr.Call other -> throw noRange(other);
      case Expr.InstantSelector other -> throw noRange(other);
    };
  }

  private static IllegalArgumentException noRange(Expr expr) {
    return new IllegalArgumentException("no range vector: " + expr);
  }

  private RangeInput selectRange(Expr.RangeSelector selector) {
    Modifiers modifiers = selector.series().modifiers();
    ReadTime time = readTime(modifiers);
    long range = durations.positive(selector.range());
    RangeInput.Reach reach = reach(modifiers.edges());
    return new SelectRange(
        source(time, range + reach.before(), reach.after(), false),
        selector.series().matchers(),
        time,
        range,
        reach,
        context.options().has(EngineFeature.START_TIMESTAMPS));
  }

  private SeriesSource source(ReadTime time, long back, long ahead, boolean instant) {
    return switch (context.detail()) {
      case WHOLE, WHOLE_ALL_THE_WAY -> context.source();
      case TOTALS -> {
        boolean latest = instant && context.isOfManyInstants();
        yield new HistogramTotals(context.source(), time, back, ahead, latest);
      }
    };
  }

  private RangeInput.Reach reach(Edges edges) {
    long lookback = context.options().lookback();
    return switch (edges) {
      case PLAIN -> RangeInput.Reach.NONE;
      case ANCHORED -> new RangeInput.Reach(lookback, 0, edges);
      case SMOOTHED -> new RangeInput.Reach(lookback, lookback, edges);
    };
  }

  private RangeInput subquery(Expr.Subquery subquery) {
    ReadTime time = readTime(subquery.modifiers());
    long range = durations.positive(subquery.range());
    var written = subquery.step();
    long step = written == null ? context.options().subqueryStep() : durations.positive(written);
    long last = time.of(context.grid().count() - 1);
    long first = firstMultipleAfter(time.of(0) - range, step);
    if (first > last && !isFixed(subquery.inner())) {
      return new EvaluateSubquery.Nothing(time, range);
    }
    if (first <= last && TimeGrid.steps(first, last, step) > MAX_SUBQUERY_STEPS) {
      // Prometheus stops at as many samples, unless it is told otherwise.
      throw new EvaluationException(Engine.TOO_MANY_SAMPLES, subquery.span());
    }
    // What is the same at all steps Prometheus evaluates even where there is none.
    TimeGrid grid = TimeGrid.covering(first, Math.max(first, last), step);
    StepBatches all = new StepBatches(grid, context.options().batchSteps());
    List<StepBatches.Run> runs = all.all();
    // Between the windows of instant queries nothing is evaluated.
    if (context.isOfInstants() && context.grid().step() > range) {
      runs = EvaluateSubquery.inWindows(all, time, range);
      if (runs.isEmpty() && !isFixed(subquery.inner())) {
        return new EvaluateSubquery.Nothing(time, range);
      }
      if (StepsAhead.areRead(subquery.inner())) {
        throw new EvaluationException("one plan reads between the windows", subquery.span());
      }
    }
    Operator inner = on(grid).with(HistogramDetail.WHOLE_ALL_THE_WAY).plan(subquery.inner());
    int evaluated = runs.stream().mapToInt(StepBatches.Run::steps).sum();
    context.checkHeld((long) evaluated * inner.series().size(), MOST_SUBQUERY_SAMPLES);
    return new EvaluateSubquery(inner, grid, time, range, runs);
  }

  private static long firstMultipleAfter(long time, long step) {
    long multiple = step * (time / step);
    return multiple <= time ? multiple + step : multiple;
  }

  private ReadTime readTime(Modifiers modifiers) {
    return readTime(List.of(modifiers));
  }

  /// {@return when something reads}
  /// @param modifiers its own, then those of what is around it; they count up to the first `@`
  ReadTime readTime(List<Modifiers> modifiers) {
    long offset = 0;
    for (Modifiers each : modifiers) {
      offset += durations.offset(each.offset());
      @Nullable Long at = fixed(each);
      if (at != null) {
        return new ReadTime(context.grid(), offset, at);
      }
    }
    return new ReadTime(context.grid(), offset, null);
  }

  private @Nullable Long fixed(Modifiers modifiers) {
    return switch (modifiers.at()) {
      case null -> null;
      case Modifiers.At.Time time -> time.millis();
      case Modifiers.At.Start _ -> context.inParameter() ? null : context.query().start();
      case Modifiers.At.End _ -> context.inParameter() ? null : context.query().end();
    };
  }
}

package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.function.CallArguments;
import dev.firedrill.engine.operator.NameRemoval;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.engine.operator.ReadTime;
import dev.firedrill.engine.operator.SelectInstant;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A call whose arguments the planner plans when the function asks for them.
record PlannedCall(Planner planner, Expr.Call call) implements CallArguments {
  // What is known of a reset at the first sample of a window shows in the result.
  private static final Set<String> OF_ALL_HINTS =
      Set.of("avg_over_time", "first_over_time", "last_over_time", "sum_over_time");

  @Override
  public String name() {
    return call.function().name();
  }

  @Override
  public Span span() {
    return call.span();
  }

  @Override
  public int count() {
    return call.arguments().size();
  }

  @Override
  public Span span(int index) {
    return unwrapped(index).span();
  }

  @Override
  public Operator operator(int index) {
    return planner.plan(call.arguments().get(index));
  }

  @Override
  public Operator operator(int index, HistogramDetail detail) {
    return planner.with(detail).plan(call.arguments().get(index));
  }

  @Override
  public RangeInput range(int index) {
    RangeInput input = planner.range(call.arguments().get(index));
    PlanContext context = planner.context();
    if (context.detail() == HistogramDetail.TOTALS
        && context.isOfManyInstants()
        && OF_ALL_HINTS.contains(call.function().name())
        && mayHoldHistograms(input)) {
      throw new PlanTooLongException();
    }
    return input;
  }

  private static boolean mayHoldHistograms(RangeInput input) {
    for (int series = 0; series < input.series().size(); series++) {
      if (input.samples(series).mayHoldHistograms()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String text(int index) {
    if (unwrapped(index) instanceof Expr.StringLiteral literal) {
      return literal.value();
    }
    throw EvaluationException.unsupported("a string that is not a literal", span(index));
  }

  @Override
  public boolean has(EngineFeature feature) {
    return planner.context().options().has(feature);
  }

  @Override
  public Optional<Operator> reading(int index, SelectInstant.Reading reading) {
    return unwrapped(index) instanceof Expr.InstantSelector selector
        ? Optional.of(planner.select(selector, reading))
        : Optional.empty();
  }

  @Override
  public List<LabelMatcher> matchers(int index) {
    return switch (unwrapped(index)) {
      case Expr.InstantSelector selector -> selector.matchers();
      case Expr.RangeSelector selector -> selector.series().matchers();
      default -> List.of();
    };
  }

  @Override
  public ReadTime firstRead(int index) {
    return planner.readTime(FirstSelector.modifiers(unwrapped(index)));
  }

  @Override
  public Operator select(
      List<LabelMatcher> matchers, ReadTime time, SelectInstant.Reading reading) {
    PlanContext context = planner.context();
    return new SelectInstant(
        context.source(), matchers, time, context.options().lookback(), reading);
  }

  @Override
  public TimeGrid grid() {
    return planner.context().grid();
  }

  @Override
  public StepBatches steps() {
    return planner.context().steps();
  }

  @Override
  public TimeGrid query() {
    return planner.context().query();
  }

  @Override
  public NameRemoval names() {
    return planner.context().names();
  }

  @Override
  public Annotations annotations() {
    return planner.context().annotations();
  }

  private Expr unwrapped(int index) {
    return Planner.unwrapped(call.arguments().get(index));
  }
}

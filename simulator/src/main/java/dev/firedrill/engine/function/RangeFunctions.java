package dev.firedrill.engine.function;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.ApplyRange;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Modifiers.Edges;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Functions of the samples within a window.
final class RangeFunctions {
  private static final String ANCHORED = "changes, delta, increase, rate, resets";
  private static final String SMOOTHED = "delta, increase, rate";

  private RangeFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("rate", call -> delta(call, ExtrapolatedDelta::rate, true, true));
    plans.put("increase", call -> delta(call, ExtrapolatedDelta::increase, true, false));
    plans.put("delta", call -> delta(call, ExtrapolatedDelta::delta, false, false));
    plans.put("irate", RangeFunctions::instantRate);
    plans.put("idelta", call -> apply(call, Neighbours.instant(false, call), false, 0, null));
    plans.put("changes", call -> anchorable(call, Neighbours::changes));
    plans.put(
        "resets", call -> anchorable(call, StartTimestamps.checked(Neighbours::resets, call)));
    plans.put("sum_over_time", oneKind(OverTime::sum, HistogramOverTime::sum));
    plans.put("avg_over_time", oneKind(OverTime::average, HistogramOverTime::average));
    plans.put("min_over_time", numbers(samples -> new SlidingExtreme(samples, false)));
    plans.put("max_over_time", numbers(samples -> new SlidingExtreme(samples, true)));
    plans.put("count_over_time", plan(stateless(window -> window.give(window.size()))));
    plans.put("present_over_time", plan(stateless(window -> window.give(1))));
    plans.put("stddev_over_time", numbers(samples -> new EachWindow.Variance(samples, true)));
    plans.put("stdvar_over_time", numbers(samples -> new EachWindow.Variance(samples, false)));
    plans.put("mad_over_time", numbers(OverTime::medianDeviation));
    plans.put("deriv", numbers(Regression::slope));
    plans.put("last_over_time", call -> apply(call, last(), true, 0, null));
    plans.put("first_over_time", call -> apply(call, first(), true, 0, null));
    plans.put("predict_linear", RangeFunctions::predictLinear);
    plans.put("quantile_over_time", RangeFunctions::quantileOverTime);
  }

  private static Operator instantRate(CallArguments call) {
    RangeFunction rate = StartTimestamps.checked(Neighbours.instant(true, call), call);
    return apply(call, rate, false, 0, null);
  }

  private static RangeFunction stateless(WindowKernel kernel) {
    return RangeFunction.stateless(kernel);
  }

  private static RangeFunction last() {
    return stateless(window -> window.giveSample(window.to() - 1));
  }

  private static RangeFunction first() {
    return stateless(window -> window.giveSample(window.from()));
  }

  /// The plan of a function of the samples alone.
  static FunctionPlan plan(RangeFunction function) {
    return call -> apply(call, function, false, 0, null);
  }

  /// The plan of a function of the numbers alone, whatever histograms there are among them.
  static FunctionPlan numbers(RangeFunction function) {
    return call -> apply(call, NumbersAlone.of(function, call), false, 0, null);
  }

  private static FunctionPlan oneKind(
      RangeFunction numbers, Function<CallArguments, RangeFunction> histograms) {
    return call -> apply(call, OneKind.of(numbers, histograms.apply(call), call), false, 0, null);
  }

  private static Operator predictLinear(CallArguments call) {
    RangeFunction prediction = NumbersAlone.of(Regression::prediction, call);
    return apply(call, prediction, false, 0, call.operator(1));
  }

  private static Operator quantileOverTime(CallArguments call) {
    RangeFunction function =
        samples -> {
          WindowKernel kernel = new SortedWindow(samples);
          return window -> {
            checkQuantile(window.parameter(), call);
            return kernel.apply(window);
          };
        };
    return apply(call, NumbersAlone.of(function, call), false, 1, call.operator(0));
  }

  private static void checkQuantile(double quantile, CallArguments call) {
    if (!(quantile >= 0 && quantile <= 1)) {
      call.annotations()
          .warn(
              "quantile value should be between 0 and 1, got " + GoFloat.general(quantile),
              call.span(0));
    }
  }

  private static Operator delta(
      CallArguments call, RangeFunction plain, boolean counter, boolean perSecond) {
    RangeInput input = call.range(0);
    Edges edges = input.reach().edges();
    boolean smoothed = edges == Edges.SMOOTHED;
    RangeFunction function =
        edges == Edges.PLAIN
            ? OneKind.of(
                plain, samples -> new HistogramDelta(samples, counter, perSecond, call), call)
            : OneKind.of(
                samples -> EdgeDelta.of(samples, smoothed, counter, perSecond),
                samples -> new HistogramEdgeDelta(smoothed, counter, perSecond, call),
                call);
    Consumer<Labels> told = counter ? labels -> SuspectedGauge.report(labels, call) : labels -> {};
    return new ApplyRange(
        new ApplyRange.Call(
            call.name(),
            counter ? StartTimestamps.checked(function, call) : function,
            false,
            null,
            told,
            call.span()),
        input,
        call.grid(),
        call.names());
  }

  private static Operator anchorable(CallArguments call, RangeFunction plain) {
    RangeInput input = call.range(0);
    RangeFunction function =
        switch (input.reach().edges()) {
          case PLAIN -> plain;
          case ANCHORED -> EdgeDelta.anchored(plain);
          case SMOOTHED -> throw notWith("smoothed", SMOOTHED, call);
        };
    return new ApplyRange(
        new ApplyRange.Call(call.name(), function, false, null, labels -> {}, call.span()),
        input,
        call.grid(),
        call.names());
  }

  private static EvaluationException notWith(
      String modifier, String functions, CallArguments call) {
    return new EvaluationException(
        modifier + " modifier can only be used with: " + functions + " - not with " + call.name(),
        call.span());
  }

  /// A range function that reads nothing beyond its windows.
  static Operator apply(
      CallArguments call,
      RangeFunction function,
      boolean keepsName,
      int range,
      @Nullable Operator parameter) {
    RangeInput input = call.range(range);
    switch (input.reach().edges()) {
      case PLAIN -> {}
      case ANCHORED -> throw notWith("anchored", ANCHORED, call);
      case SMOOTHED -> throw notWith("smoothed", SMOOTHED, call);
    }
    return new ApplyRange(
        new ApplyRange.Call(call.name(), function, keepsName, parameter, labels -> {}, call.span()),
        input,
        call.grid(),
        call.names());
  }
}

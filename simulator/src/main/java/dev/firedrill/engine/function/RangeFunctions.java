package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.ApplyRange;
import dev.firedrill.engine.operator.Operator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Functions of the samples within a window.
final class RangeFunctions {
  private RangeFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("rate", plan(ExtrapolatedDelta::rate));
    plans.put("increase", plan(ExtrapolatedDelta::increase));
    plans.put("delta", plan(ExtrapolatedDelta::delta));
    plans.put("irate", plan(samples -> Neighbours.instant(samples, true)));
    plans.put("idelta", plan(samples -> Neighbours.instant(samples, false)));
    plans.put("changes", plan(Neighbours::changes));
    plans.put("resets", plan(Neighbours::resets));
    plans.put("sum_over_time", plan(OverTime::sum));
    plans.put("avg_over_time", plan(OverTime::average));
    plans.put("min_over_time", plan(samples -> new SlidingExtreme(samples, false)));
    plans.put("max_over_time", plan(samples -> new SlidingExtreme(samples, true)));
    plans.put("count_over_time", plan(stateless(window -> window.give(window.size()))));
    plans.put("present_over_time", plan(stateless(window -> window.give(1))));
    plans.put("stddev_over_time", plan(samples -> OverTime.variance(samples, true)));
    plans.put("stdvar_over_time", plan(samples -> OverTime.variance(samples, false)));
    plans.put("mad_over_time", plan(OverTime::medianDeviation));
    plans.put("deriv", plan(Regression::slope));
    plans.put("last_over_time", call -> apply(call, last(), true, 0, null));
    plans.put("first_over_time", call -> apply(call, first(), true, 0, null));
    plans.put("predict_linear", RangeFunctions::predictLinear);
    plans.put("quantile_over_time", RangeFunctions::quantileOverTime);
  }

  private static RangeFunction stateless(WindowKernel kernel) {
    return RangeFunction.stateless(kernel);
  }

  private static RangeFunction last() {
    return stateless(window -> window.give(window.samples().value(window.to() - 1)));
  }

  private static RangeFunction first() {
    return stateless(window -> window.give(window.samples().value(window.from())));
  }

  private static FunctionPlan plan(RangeFunction function) {
    return call -> apply(call, function, false, 0, null);
  }

  private static Operator predictLinear(CallArguments call) {
    return apply(call, Regression::prediction, false, 0, call.operator(1));
  }

  private static Operator quantileOverTime(CallArguments call) {
    return apply(call, OverTime::quantile, false, 1, call.operator(0));
  }

  private static Operator apply(
      CallArguments call,
      RangeFunction function,
      boolean keepsName,
      int range,
      @Nullable Operator parameter) {
    return new ApplyRange(
        new ApplyRange.Call(call.name(), function, keepsName, parameter, call.span()),
        call.range(range),
        call.grid());
  }
}

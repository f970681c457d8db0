package dev.firedrill.engine.function;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.operator.CombineScalars;
import dev.firedrill.engine.operator.Constant;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.Sort;
import dev.firedrill.labels.GoFloat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/// Functions that Prometheus has behind a flag.
final class ExperimentalFunctions {
  private ExperimentalFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("start", ofQuery(grid -> grid.start() / 1000.0));
    plans.put("end", ofQuery(grid -> grid.end() / 1000.0));
    plans.put("range", ofQuery(grid -> (grid.end() - grid.start()) / 1000.0));
    plans.put("step", ofQuery(grid -> grid.isSingle() ? 0 : grid.step() / 1000.0));
    plans.put("max_of", ofTwo(GoMath::max));
    plans.put("min_of", ofTwo(GoMath::min));
    plans.put("sort_by_label", call -> sortByLabel(call, false));
    plans.put("sort_by_label_desc", call -> sortByLabel(call, true));
    plans.put("double_exponential_smoothing", ExperimentalFunctions::smoothing);
    // What Prometheus 2 called it; the parser knows it only where that is asked for.
    plans.put("holt_winters", ExperimentalFunctions::smoothing);
    TimesOfSamples.addTo(plans);
  }

  private static FunctionPlan ofQuery(ToDoubleFunction<TimeGrid> value) {
    return call -> new Constant(value.applyAsDouble(call.query()));
  }

  private static FunctionPlan ofTwo(DoubleBinaryOperator function) {
    return call -> new CombineScalars(call.name(), function, call.operator(0), call.operator(1));
  }

  private static Operator sortByLabel(CallArguments call, boolean descending) {
    if (!call.grid().isSingle()) {
      return VectorFunctions.unsorted(call);
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i < call.count(); i++) {
      names.add(call.text(i));
    }
    LabelOrder order = new LabelOrder(names);
    // Of 1 and 01 each comes before the other; the order of arguments decides, as in Prometheus.
    return Sort.byLabels(
        call.operator(0), descending ? (one, other) -> -order.compare(one, other) : order);
  }

  // Of the two factors one is the parameter of each window; the other is read for all steps.
  private static Operator smoothing(CallArguments call) {
    TimeGrid grid = call.grid();
    double[] trends = new double[grid.count()];
    var trend = call.operator(2).batch(0, grid.count());
    for (int step = 0; step < trends.length; step++) {
      trends[step] = trend.get(0, step);
    }
    RangeFunction function =
        RangeFunction.stateless(
            window -> {
              int step = (int) ((window.step() - grid.start()) / grid.step());
              check("smoothing", "sf", window.parameter(), call);
              check("trend", "tf", trends[step], call);
              return smooth(window, window.parameter(), trends[step]);
            });
    return RangeFunctions.apply(call, NumbersAlone.of(function, call), false, 0, call.operator(1));
  }

  private static void check(String factor, String name, double value, CallArguments call) {
    if (value <= 0 || value >= 1) {
      throw new EvaluationException(
          "invalid "
              + factor
              + " factor. Expected: 0 < "
              + name
              + " < 1, got: "
              + GoFloat.plain(value, 6),
          call.span());
    }
  }

  private static boolean smooth(Window window, double smoothing, double trend) {
    if (window.size() < 2) {
      return false;
    }
    int first = window.from();
    double before = 0;
    double level = window.samples().value(first);
    double slope = window.samples().value(first + 1) - level;
    for (int i = first + 1; i < window.to(); i++) {
      double x = smoothing * window.samples().value(i);
      if (i > first + 1) {
        slope = trend * (level - before) + (1 - trend) * slope;
      }
      double y = (1 - smoothing) * (level + slope);
      before = level;
      level = x + y;
    }
    return window.give(level);
  }
}

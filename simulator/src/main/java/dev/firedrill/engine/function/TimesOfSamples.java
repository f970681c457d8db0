package dev.firedrill.engine.function;

import java.util.Map;

/// `ts_of_*_over_time`: when a sample of a window was taken, in seconds.
final class TimesOfSamples {
  private TimesOfSamples() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("ts_of_first_over_time", plan(window -> time(window, window.from())));
    plans.put("ts_of_last_over_time", plan(window -> time(window, window.to() - 1)));
    plans.put("ts_of_min_over_time", numbers(window -> time(window, extreme(window, -1))));
    plans.put("ts_of_max_over_time", numbers(window -> time(window, extreme(window, 1))));
  }

  private static FunctionPlan plan(WindowKernel kernel) {
    return RangeFunctions.plan(RangeFunction.stateless(kernel));
  }

  private static FunctionPlan numbers(WindowKernel kernel) {
    return RangeFunctions.numbers(RangeFunction.stateless(kernel));
  }

  private static boolean time(Window window, int index) {
    return window.give(window.samples().time(index) / 1000.0);
  }

  // Of equal values the last counts.
  private static int extreme(Window window, int sign) {
    int best = window.from();
    for (int i = best + 1; i < window.to(); i++) {
      double value = sign * window.samples().value(i);
      double leader = sign * window.samples().value(best);
      if (value >= leader || Double.isNaN(leader)) {
        best = i;
      }
    }
    return best;
  }
}

package dev.firedrill.engine.function;

import java.util.Map;

/// `ts_of_*_over_time`: when a sample of a window was taken, in seconds.
final class TimesOfSamples {
  private TimesOfSamples() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("ts_of_first_over_time", plan(window -> time(window, window.from())));
    plans.put("ts_of_last_over_time", plan(window -> time(window, window.to() - 1)));
    plans.put(
        "ts_of_min_over_time",
        RangeFunctions.numbers(samples -> SlidingExtreme.time(samples, false)));
    plans.put(
        "ts_of_max_over_time",
        RangeFunctions.numbers(samples -> SlidingExtreme.time(samples, true)));
  }

  private static FunctionPlan plan(WindowKernel kernel) {
    return RangeFunctions.plan(RangeFunction.stateless(kernel));
  }

  private static boolean time(Window window, int index) {
    return window.give(window.samples().time(index) / 1000.0);
  }
}

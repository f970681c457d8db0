package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.Quantile;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import java.util.Optional;

/// The functions `*_over_time` that look at all samples of a window.
final class OverTime {
  private OverTime() {}

  static WindowKernel sum(Samples samples) {
    Optional<WholeSums> whole = WholeSums.of(samples);
    return whole.isPresent()
        ? window -> window.give(whole.get().of(window))
        : new EachWindow.Sum(samples);
  }

  static WindowKernel average(Samples samples) {
    Optional<WholeSums> whole = WholeSums.of(samples);
    return whole.isPresent()
        ? window -> window.give(whole.get().of(window) / window.size())
        : new EachWindow.Average(samples);
  }

  /// The median of the distances from the median.
  static WindowKernel medianDeviation(Samples samples) {
    return window -> {
      double[] values = valuesOf(samples, window);
      for (double value : values) {
        if (Double.isNaN(value)) {
          return window.give(StaleNaN.NORMAL_NAN);
        }
      }
      double median = Quantile.of(0.5, values, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i] - median);
      }
      return window.give(Quantile.of(0.5, values, values.length));
    };
  }

  private static double[] valuesOf(Samples samples, Window window) {
    double[] values = new double[window.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples.value(window.from() + i);
    }
    return values;
  }
}

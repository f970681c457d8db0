package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.KahanMean;
import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.engine.operator.Quantile;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import java.util.Optional;

/// The functions `*_over_time` that look at all samples of a window.
final class OverTime {
  private OverTime() {}

  static WindowKernel sum(Samples samples) {
    Optional<WholeSums> whole = WholeSums.of(samples);
    if (whole.isPresent()) {
      return window -> window.give(whole.get().of(window));
    }
    return window -> window.give(sumOf(samples, window));
  }

  private static double sumOf(Samples samples, Window window) {
    KahanSum sum = new KahanSum();
    for (int i = window.from(); i < window.to(); i++) {
      sum.add(samples.value(i));
    }
    return Double.isInfinite(sum.sum()) ? sum.sum() : sum.total();
  }

  static WindowKernel average(Samples samples) {
    Optional<WholeSums> whole = WholeSums.of(samples);
    if (whole.isPresent()) {
      return window -> window.give(whole.get().of(window) / window.size());
    }
    return window -> {
      KahanMean mean = new KahanMean();
      mean.start(samples.value(window.from()));
      for (int i = window.from() + 1; i < window.to(); i++) {
        mean.add(samples.value(i));
      }
      return window.give(mean.mean());
    };
  }

  static WindowKernel variance(Samples samples, boolean root) {
    return window -> {
      double variance = varianceOf(samples, window);
      return window.give(root ? Math.sqrt(variance) : variance);
    };
  }

  private static double varianceOf(Samples samples, Window window) {
    KahanSum mean = new KahanSum();
    KahanSum squares = new KahanSum();
    double count = 0;
    for (int i = window.from(); i < window.to(); i++) {
      count++;
      double value = samples.value(i);
      double delta = value - mean.total();
      mean.add(delta / count);
      squares.add(delta * (value - mean.total()));
    }
    return squares.total() / count;
  }

  static WindowKernel quantile(Samples samples) {
    return window -> {
      double[] values = valuesOf(samples, window);
      return window.give(Quantile.of(window.parameter(), values, values.length));
    };
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

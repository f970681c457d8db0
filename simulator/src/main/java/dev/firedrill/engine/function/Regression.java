package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;

/// `deriv` and `predict_linear`: the straight line nearest to the samples of a window.
final class Regression {
  private Regression() {}

  /// The slope, per second.
  static WindowKernel slope(Samples samples) {
    return window -> {
      if (window.size() < 2) {
        return false;
      }
      Line line = line(samples, window, samples.time(window.from()));
      return window.give(line.slope());
    };
  }

  /// The value of the line so many seconds after the step as the parameter says.
  static WindowKernel prediction(Samples samples) {
    return window -> {
      if (window.size() < 2) {
        return false;
      }
      Line line = line(samples, window, window.step());
      return window.give(line.slope() * window.parameter() + line.intercept());
    };
  }

  private record Line(double slope, double intercept) {}

  private static Line line(Samples samples, Window window, long origin) {
    double first = samples.value(window.from());
    if (allEqual(samples, window, first)) {
      return Double.isInfinite(first)
          ? new Line(StaleNaN.NORMAL_NAN, StaleNaN.NORMAL_NAN)
          : new Line(0, first);
    }
    KahanSum sumX = new KahanSum();
    KahanSum sumY = new KahanSum();
    KahanSum sumXy = new KahanSum();
    KahanSum sumX2 = new KahanSum();
    for (int i = window.from(); i < window.to(); i++) {
      double x = (samples.time(i) - origin) / 1e3;
      double y = samples.value(i);
      sumX.add(x);
      sumY.add(y);
      sumXy.add(x * y);
      sumX2.add(x * x);
    }
    double n = window.size();
    double x = sumX.total();
    double y = sumY.total();
    double covariance = sumXy.total() - x * y / n;
    double variance = sumX2.total() - x * x / n;
    double slope = covariance / variance;
    return new Line(slope, y / n - slope * x / n);
  }

  private static boolean allEqual(Samples samples, Window window, double first) {
    for (int i = window.from(); i < window.to(); i++) {
      if (samples.value(i) != first) {
        return false;
      }
    }
    return true;
  }
}

package dev.firedrill.engine.operator;

import dev.firedrill.labels.StaleNaN;
import java.util.Arrays;

/// The quantile of a list of values, interpolated between neighbours.
public final class Quantile {
  private Quantile() {}

  /// {@return the quantile of the first `count` of `values`, which are sorted in passing}
  /// @param quantile 0 to 1; outside it is an infinity, NaN gives NaN
  public static double of(double quantile, double[] values, int count) {
    sort(values, count);
    return ofSorted(quantile, values, count);
  }

  /// {@return the quantile of the first `count` of `values`, which are sorted}
  /// @param quantile 0 to 1; outside it is an infinity, NaN gives NaN
  public static double ofSorted(double quantile, double[] values, int count) {
    if (count == 0 || Double.isNaN(quantile)) {
      return StaleNaN.NORMAL_NAN;
    }
    if (quantile < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (quantile > 1) {
      return Double.POSITIVE_INFINITY;
    }
    double rank = quantile * (count - 1.0);
    int lower = (int) Math.max(0, Math.floor(rank));
    int upper = Math.min(count - 1, lower + 1);
    double weight = rank - Math.floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
  }

  /// {@return below 0 where a value comes before another: NaN first, -0 before 0}
  public static int compare(double value, double other) {
    if (Double.isNaN(value) || Double.isNaN(other)) {
      return Boolean.compare(Double.isNaN(other), Double.isNaN(value));
    }
    return Double.compare(value, other);
  }

  /// Sorts the first `count` of `values`, by [#compare].
  public static void sort(double[] values, int count) {
    Arrays.sort(values, 0, count);
    int numbers = count;
    while (numbers > 0 && Double.isNaN(values[numbers - 1])) {
      numbers--;
    }
    int nans = count - numbers;
    if (nans > 0) {
      System.arraycopy(values, 0, values, nans, numbers);
      Arrays.fill(values, 0, nans, StaleNaN.NORMAL_NAN);
    }
  }
}

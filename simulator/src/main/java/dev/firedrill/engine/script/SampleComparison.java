package dev.firedrill.engine.script;

import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.series.SeriesValue;
import org.jspecify.annotations.Nullable;

/// Compares a sample with what is expected: numbers to a millionth, NaN equal to NaN; of native
/// histograms the numbers likewise, the rest exactly, and the hint only where one is expected.
final class SampleComparison {
  private static final double TOLERANCE = 1e-6;

  private SampleComparison() {}

  /// {@return whether a sample is as expected}
  ///
  /// @param histogram null where the sample is a number
  static boolean equal(SeriesValue wanted, double value, @Nullable NativeHistogram histogram) {
    return switch (wanted) {
      case SeriesValue.Missing _ -> false;
      case SeriesValue.Sample sample -> histogram == null && almostEqual(sample.value(), value);
      case SeriesValue.HistogramSample sample ->
          histogram != null
              && (!sample.hintGiven() || sample.histogram().hint() == histogram.hint())
              && almostEqual(sample.histogram().compacted(), histogram.compacted());
    };
  }

  private static boolean almostEqual(NativeHistogram wanted, NativeHistogram got) {
    return wanted.schema() == got.schema()
        && almostEqual(wanted.count(), got.count())
        && almostEqual(wanted.sum(), got.sum())
        && wanted.zeroThreshold() == got.zeroThreshold()
        && almostEqual(wanted.zeroCount(), got.zeroCount())
        && wanted.customBounds().equals(got.customBounds())
        && almostEqual(wanted.positive(), got.positive())
        && almostEqual(wanted.negative(), got.negative());
  }

  private static boolean almostEqual(Buckets wanted, Buckets got) {
    if (!wanted.spans().equals(got.spans())) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!almostEqual(wanted.count(i), got.count(i))) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether two numbers differ by no more than a millionth of their size}
  static boolean almostEqual(double a, double b) {
    if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
      return true;
    }
    double sum = Math.abs(a) + Math.abs(b);
    double difference = Math.abs(a - b);
    if (a == 0 || b == 0 || sum < Double.MIN_NORMAL) {
      return difference < TOLERANCE * Double.MIN_NORMAL;
    }
    return difference / Math.min(sum, Double.MAX_VALUE) < TOLERANCE;
  }
}

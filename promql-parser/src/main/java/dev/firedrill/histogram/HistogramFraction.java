package dev.firedrill.histogram;

import dev.firedrill.labels.StaleNaN;

/// The share of a native histogram's observations between two values, as `histogram_fraction`
/// estimates it.
///
/// @param value from 0 to 1
/// @param nansExcluded whether there are observations of NaN, which are between no values
public record HistogramFraction(double value, boolean nansExcluded) {
  /// {@return the share of observations above `lower` and up to `upper`; NaN where there are no
  ///     observations}
  public static HistogramFraction of(NativeHistogram histogram, double lower, double upper) {
    if (histogram.count() == 0 || Double.isNaN(lower) || Double.isNaN(upper)) {
      return new HistogramFraction(StaleNaN.NORMAL_NAN, false);
    }
    if (lower >= upper) {
      return new HistogramFraction(0, false);
    }
    double total = histogram.count();
    boolean excluded = false;
    if (Double.isNaN(histogram.sum())) {
      total = 0;
      for (Bucket bucket : histogram.buckets()) {
        total += bucket.count();
      }
      excluded = total < histogram.count();
    }
    double below = rank(histogram, lower, total);
    double upTo = rank(histogram, upper, total);
    return new HistogramFraction((upTo - below) / histogram.count(), excluded);
  }

  private static double rank(NativeHistogram histogram, double value, double total) {
    double rank = 0;
    for (Bucket listed : histogram.buckets()) {
      boolean zero = listed.holdsZero();
      Bucket bucket = zero ? ZeroSides.clamp(histogram, listed) : listed;
      if (bucket.lower() >= value) {
        return Math.min(rank, total);
      }
      if (value < bucket.upper()) {
        boolean linear = zero || histogram.hasCustomBounds();
        double reached = linear ? linear(bucket, rank, value) : rank + part(bucket, value);
        return reached > total ? total : reached;
      }
      rank += bucket.count();
    }
    return total;
  }

  private static double linear(Bucket bucket, double rank, double value) {
    if (bucket.lower() == Double.NEGATIVE_INFINITY) {
      return bucket.count();
    }
    return rank + bucket.count() * shareBelow(bucket, value, true);
  }

  private static double part(Bucket bucket, double value) {
    return bucket.count() * shareBelow(bucket, value, false);
  }

  /// {@return the share of a bucket below a value inside it}
  static double shareBelow(Bucket bucket, double value, boolean linear) {
    if (linear) {
      return (value - bucket.lower()) / (bucket.upper() - bucket.lower());
    }
    double lower = BinaryLogarithm.log2(Math.abs(bucket.lower()));
    double upper = BinaryLogarithm.log2(Math.abs(bucket.upper()));
    double place = BinaryLogarithm.log2(Math.abs(value));
    return value > 0 ? (place - lower) / (upper - lower) : 1 - ((place - upper) / (lower - upper));
  }
}

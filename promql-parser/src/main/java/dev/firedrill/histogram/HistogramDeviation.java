package dev.firedrill.histogram;

/// The spread of the observations in a histogram, as `histogram_stdvar` estimates it.
final class HistogramDeviation {
  private HistogramDeviation() {}

  static double variance(NativeHistogram histogram) {
    double mean = histogram.sum() / histogram.count();
    CompensatedNumber squares = new CompensatedNumber(0, 0);
    for (Bucket bucket : histogram.buckets()) {
      if (bucket.count() != 0) {
        double delta = middle(bucket, histogram.hasCustomBounds()) - mean;
        squares.add(bucket.count() * delta * delta);
      }
    }
    return squares.total() / histogram.count();
  }

  private static double middle(Bucket bucket, boolean custom) {
    if (custom) {
      return (bucket.upper() + bucket.lower()) / 2.0;
    }
    if (bucket.holdsZero()) {
      return 0;
    }
    double middle = Math.sqrt(bucket.upper() * bucket.lower());
    return bucket.upper() < 0 ? -middle : middle;
  }
}

package dev.firedrill.histogram;

/// Brings the zero buckets of two histograms to one width.
///
/// @param left the left histogram, its zero bucket widened
/// @param right the zero bucket of the right histogram when it is as wide
record ZeroBuckets(CompensatedHistogram left, Widened right) {
  /// A widened zero bucket, which is at least as wide as asked for.
  ///
  /// @param lost what rounding has taken from the count
  record Widened(double count, double lost, double threshold) {}

  /// {@return the histograms with equally wide zero buckets}
  static ZeroBuckets reconcile(CompensatedHistogram left, NativeHistogram right) {
    CompensatedHistogram wide = left;
    Widened zeros = new Widened(right.zeroCount(), 0, right.zeroThreshold());
    while (zeros.threshold() != wide.value().zeroThreshold()) {
      if (wide.value().zeroThreshold() > zeros.threshold()) {
        zeros = widen(CompensatedHistogram.of(right), wide.value().zeroThreshold());
      }
      if (zeros.threshold() > wide.value().zeroThreshold()) {
        wide = wide.withZeroBucket(widen(wide, zeros.threshold()));
      }
      if (Double.isNaN(zeros.threshold()) || Double.isNaN(wide.value().zeroThreshold())) {
        // Never equal to anything; Prometheus would not come to an end.
        break;
      }
    }
    return new ZeroBuckets(wide, zeros);
  }

  /// {@return what the zero bucket holds at a threshold not below that of the histogram; a
  ///     threshold inside a bucket that is not empty moves to the end of that bucket}
  static Widened widen(CompensatedHistogram from, double threshold) {
    NativeHistogram histogram = from.value();
    double lost = from.lostZeros();
    if (threshold == histogram.zeroThreshold()) {
      return new Widened(histogram.zeroCount(), lost, threshold);
    }
    double wanted = threshold;
    while (true) {
      // What was lost so far is kept where it starts again, as Prometheus does.
      CompensatedNumber count = new CompensatedNumber(histogram.zeroCount(), lost);
      wanted = swallow(count, histogram, from.positive(), wanted);
      double reached = swallow(count, histogram, from.negative(), wanted);
      if (reached == wanted) {
        return new Widened(count.sum(), count.lost(), wanted);
      }
      lost = count.lost();
      wanted = reached;
    }
  }

  private static double swallow(
      CompensatedNumber count, NativeHistogram histogram, CompensatedBuckets side, double wanted) {
    int[] indexes = side.counts().indexes();
    for (int i = 0; i < indexes.length && histogram.bound(indexes[i] - 1) < wanted; i++) {
      double bucket = side.counts().count(i);
      count.add(bucket);
      if (side.lost(i) != 0) {
        count.add(side.lost(i));
      }
      double outer = histogram.bound(indexes[i]);
      if (outer > wanted) {
        return bucket == 0 ? wanted : outer;
      }
    }
    return wanted;
  }
}

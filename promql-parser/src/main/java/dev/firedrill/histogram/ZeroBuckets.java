package dev.firedrill.histogram;

/// Brings the zero buckets of two histograms to one width.
///
/// @param left the left histogram, its zero bucket widened
/// @param rightCount the count of the right histogram's zero bucket when it is as wide
record ZeroBuckets(NativeHistogram left, double rightCount) {
  /// The count of a widened zero bucket, which is at least as wide as asked for.
  private record Widened(double count, double threshold) {}

  /// {@return the histograms with equally wide zero buckets}
  static ZeroBuckets reconcile(NativeHistogram left, NativeHistogram right) {
    NativeHistogram wide = left;
    double rightCount = right.zeroCount();
    double rightThreshold = right.zeroThreshold();
    while (rightThreshold != wide.zeroThreshold()) {
      if (wide.zeroThreshold() > rightThreshold) {
        Widened zero = widen(right, wide.zeroThreshold());
        rightCount = zero.count();
        rightThreshold = zero.threshold();
      }
      if (rightThreshold > wide.zeroThreshold()) {
        Widened zero = widen(wide, rightThreshold);
        wide = swallow(wide.withZeroBucket(zero.threshold(), zero.count()));
      }
      if (Double.isNaN(rightThreshold) || Double.isNaN(wide.zeroThreshold())) {
        // Never equal to anything; Prometheus would not come to an end.
        break;
      }
    }
    return new ZeroBuckets(wide, rightCount);
  }

  // A threshold inside a bucket that is not empty moves to the end of that bucket.
  private static Widened widen(NativeHistogram histogram, double threshold) {
    double wanted = threshold;
    while (true) {
      double count = histogram.zeroCount();
      int[] positive = histogram.positive().indexes();
      for (int i = 0; i < positive.length && histogram.bound(positive[i] - 1) < wanted; i++) {
        double bucket = histogram.positive().count(i);
        count += bucket;
        double upper = histogram.bound(positive[i]);
        if (upper > wanted) {
          wanted = bucket == 0 ? wanted : upper;
          break;
        }
      }
      double reached = wanted;
      int[] negative = histogram.negative().indexes();
      for (int i = 0; i < negative.length && histogram.bound(negative[i] - 1) < wanted; i++) {
        double bucket = histogram.negative().count(i);
        count += bucket;
        double outer = histogram.bound(negative[i]);
        if (outer > wanted) {
          reached = bucket == 0 ? wanted : outer;
          break;
        }
      }
      if (reached == wanted) {
        return new Widened(count, wanted);
      }
      wanted = reached;
    }
  }

  private static NativeHistogram swallow(NativeHistogram histogram) {
    return histogram.withBuckets(
        withoutSwallowed(histogram, histogram.positive()),
        withoutSwallowed(histogram, histogram.negative()));
  }

  private static Buckets withoutSwallowed(NativeHistogram histogram, Buckets buckets) {
    int[] indexes = buckets.indexes();
    double[] counts = buckets.counts();
    for (int i = 0;
        i < indexes.length && histogram.bound(indexes[i] - 1) < histogram.zeroThreshold();
        i++) {
      counts[i] = 0;
    }
    return buckets.withCounts(counts).compacted();
  }
}

package dev.firedrill.histogram;

/// Adds and subtracts native histograms as Prometheus's `FloatHistogram.Add` and `Sub` do: buckets
/// that get empty stay, and the result keeps the spans of the left side where it can.
final class HistogramSum {
  private HistogramSum() {}

  /// {@return `left` plus `right` times `sign`, which is 1 or -1}
  static NativeHistogram of(NativeHistogram left, NativeHistogram right, double sign) {
    if (left.hasCustomBounds() != right.hasCustomBounds()) {
      throw new IncompatibleBucketsException();
    }
    NativeHistogram base = left;
    NativeHistogram added = right;
    if (!left.hasCustomBounds()) {
      ZeroBuckets zeros = ZeroBuckets.reconcile(CompensatedHistogram.of(left), right);
      NativeHistogram wide = zeros.left().value();
      base =
          wide.withZeroBucket(
              wide.zeroThreshold(), wide.zeroCount() + sign * zeros.right().count());
      int schema = Math.min(left.schema(), right.schema());
      base = base.toSchema(schema);
      added = right.toSchema(schema);
    }
    boolean sameBounds = base.customBounds().equals(added.customBounds());
    NativeHistogram merged = sameBounds ? merge(base, added, sign) : reconcile(base, added, sign);
    return new NativeHistogram(
        left.hint().combinedWith(right.hint()),
        merged.schema(),
        merged.zeroThreshold(),
        merged.zeroCount(),
        left.count() + sign * right.count(),
        left.sum() + sign * right.sum(),
        merged.positive(),
        merged.negative(),
        merged.customBounds());
  }

  private static NativeHistogram merge(NativeHistogram base, NativeHistogram added, double sign) {
    return base.withBuckets(
        merge(base, base.positive(), added.positive(), sign),
        merge(base, base.negative(), added.negative(), sign));
  }

  private static Buckets merge(
      NativeHistogram histogram, Buckets base, Buckets added, double sign) {
    int first = firstOutsideZero(histogram, added);
    return first == added.size() ? base : new BucketMerge(base, added, first, sign).merge();
  }

  /// {@return the position of the first bucket that the zero bucket does not cover}
  static int firstOutsideZero(NativeHistogram histogram, Buckets added) {
    if (histogram.hasCustomBounds()) {
      return 0;
    }
    int[] indexes = added.indexes();
    int first = 0;
    while (first < indexes.length && histogram.bound(indexes[first]) <= histogram.zeroThreshold()) {
      first++;
    }
    return first;
  }

  private static NativeHistogram reconcile(
      NativeHistogram base, NativeHistogram added, double sign) {
    SharedBounds shared = new SharedBounds(base.customBounds(), added.customBounds());
    shared.add(base, CompensatedBuckets.of(base.positive()), 1);
    shared.add(added, CompensatedBuckets.of(added.positive()), sign);
    return base.withCustomBounds(shared.bounds(), shared.buckets().counts());
  }
}

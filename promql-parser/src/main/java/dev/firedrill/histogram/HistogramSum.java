package dev.firedrill.histogram;

import java.util.ArrayList;
import java.util.List;

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
      ZeroBuckets zeros = ZeroBuckets.reconcile(left, right);
      base =
          zeros
              .left()
              .withZeroBucket(
                  zeros.left().zeroThreshold(),
                  zeros.left().zeroCount() + sign * zeros.rightCount());
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
    int[] indexes = added.indexes();
    int first = 0;
    if (!histogram.hasCustomBounds()) {
      while (first < indexes.length
          && histogram.bound(indexes[first]) <= histogram.zeroThreshold()) {
        first++;
      }
    }
    return first == indexes.length ? base : new BucketMerge(base, added, first, sign).merge();
  }

  // Only bounds that both have can be kept.
  private static NativeHistogram reconcile(
      NativeHistogram base, NativeHistogram added, double sign) {
    List<Double> bounds = new ArrayList<>();
    int other = 0;
    for (double bound : base.customBounds()) {
      while (other < added.customBounds().size() && added.customBounds().get(other) < bound) {
        other++;
      }
      if (other < added.customBounds().size() && added.customBounds().get(other) == bound) {
        bounds.add(bound);
        other++;
      }
    }
    double[] counts = new double[bounds.size() + 1];
    double[] lost = new double[counts.length];
    collect(base, bounds, counts, lost, 1);
    collect(added, bounds, counts, lost, sign);
    Buckets.Builder builder = new Buckets.Builder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0 || lost[i] != 0) {
        builder.add(i, counts[i]);
      }
    }
    return new NativeHistogram(
        base.hint(),
        base.schema(),
        base.zeroThreshold(),
        base.zeroCount(),
        base.count(),
        base.sum(),
        builder.build(),
        base.negative(),
        bounds);
  }

  private static void collect(
      NativeHistogram source, List<Double> bounds, double[] counts, double[] lost, double sign) {
    int[] indexes = source.positive().indexes();
    int target = 0;
    for (int i = 0; i < indexes.length; i++) {
      double upper = source.bound(indexes[i]);
      while (target < bounds.size() && bounds.get(target) < upper) {
        target++;
      }
      add(counts, lost, target, sign * source.positive().count(i));
    }
  }

  // What rounding loses is kept apart (Kahan and Neumaier), only to tell an empty bucket.
  private static void add(double[] counts, double[] lost, int target, double count) {
    double sum = counts[target];
    double next = sum + count;
    if (Double.isInfinite(next)) {
      lost[target] = 0;
    } else if (Math.abs(sum) >= Math.abs(count)) {
      lost[target] += (sum - next) + count;
    } else {
      lost[target] += (count - next) + sum;
    }
    counts[target] = next;
  }
}

package dev.firedrill.histogram;

import java.util.ArrayList;
import java.util.List;

/// Lists all buckets of a histogram by rising values, as Prometheus's `AllBucketIterator` visits
/// them: empty buckets inside spans are there, an empty zero bucket is not.
final class BucketList {
  private BucketList() {}

  static List<Bucket> of(NativeHistogram histogram) {
    List<Bucket> buckets = new ArrayList<>();
    double zero = histogram.zeroThreshold();
    int[] negative = histogram.negative().indexes();
    for (int i = negative.length - 1; i >= 0; i--) {
      Bucket bucket = negative(histogram, i, negative[i]);
      boolean overlaps = bucket.upper() < 0 && bucket.upper() > -zero;
      buckets.add(overlaps ? bucket.withUpper(-zero) : bucket);
    }
    if (histogram.zeroCount() > 0) {
      buckets.add(new Bucket(-zero, zero, histogram.zeroCount()));
    }
    int[] positive = histogram.positive().indexes();
    for (int i = 0; i < positive.length; i++) {
      Bucket bucket = positive(histogram, i, positive[i]);
      boolean overlaps = bucket.lower() > 0 && bucket.lower() < zero;
      buckets.add(overlaps ? bucket.withLower(zero) : bucket);
    }
    return buckets;
  }

  /// {@return the positive bucket at a position, with the bounds of its index}
  static Bucket positive(NativeHistogram histogram, int position, int index) {
    return new Bucket(
        histogram.bound(index - 1), histogram.bound(index), histogram.positive().count(position));
  }

  /// {@return the negative bucket at a position, with the bounds of its index}
  static Bucket negative(NativeHistogram histogram, int position, int index) {
    return new Bucket(
        -histogram.bound(index), -histogram.bound(index - 1), histogram.negative().count(position));
  }
}

package dev.firedrill.histogram;

import java.util.ArrayList;
import java.util.List;

/// The buckets of a classic histogram, and their likeness as a native one with custom bounds.
public final class ClassicBuckets {
  /// A bucket of a classic histogram.
  ///
  /// @param upper the bound that its label `le` has
  /// @param count observations up to the bound, those of all lower buckets among them
  public record Cumulative(double upper, double count) {}

  private ClassicBuckets() {}

  /// {@return the buckets of a native histogram with custom bounds, the last one for +Inf}
  ///
  /// @throws IllegalArgumentException if the histogram has exponential buckets
  public static List<Cumulative> of(NativeHistogram histogram) {
    if (!histogram.hasCustomBounds()) {
      throw new IllegalArgumentException("no classic buckets in schema " + histogram.schema());
    }
    int[] indexes = histogram.positive().indexes();
    List<Cumulative> buckets = new ArrayList<>();
    double count = 0;
    int next = 0;
    for (int i = 0; i < histogram.customBounds().size(); i++) {
      while (next < indexes.length && indexes[next] <= i) {
        count += histogram.positive().count(next++);
      }
      buckets.add(new Cumulative(histogram.bound(i), count));
    }
    buckets.add(new Cumulative(Double.POSITIVE_INFINITY, histogram.count()));
    return buckets;
  }

  /// {@return the native histogram with custom bounds that has the given buckets}
  ///
  /// @param buckets by rising bounds; observations above all of them are counted by `count` only,
  ///     unless there is a bucket for +Inf
  /// @param count of all observations
  /// @param sum of all observations
  public static NativeHistogram toNative(List<Cumulative> buckets, double count, double sum) {
    List<Double> bounds = new ArrayList<>();
    Buckets.Builder counts = new Buckets.Builder();
    double below = 0;
    for (Cumulative bucket : buckets) {
      if (bucket.upper() == Double.POSITIVE_INFINITY) {
        break;
      }
      counts.add(bounds.size(), bucket.count() - below);
      bounds.add(bucket.upper());
      below = bucket.count();
    }
    counts.add(bounds.size(), count - below);
    NativeHistogram empty =
        new NativeHistogram(
            CounterResetHint.UNKNOWN,
            BucketBounds.CUSTOM_SCHEMA,
            0,
            0,
            count,
            sum,
            counts.build(),
            Buckets.EMPTY,
            bounds);
    return empty.compacted();
  }
}

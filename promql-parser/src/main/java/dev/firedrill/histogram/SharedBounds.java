package dev.firedrill.histogram;

import java.util.ArrayList;
import java.util.List;

/// Sorts buckets with different custom bounds into buckets with the bounds that both have.
final class SharedBounds {
  private final List<Double> bounds = new ArrayList<>();
  private final CompensatedNumber[] counts;

  SharedBounds(List<Double> left, List<Double> right) {
    int other = 0;
    for (double bound : left) {
      while (other < right.size() && right.get(other) < bound) {
        other++;
      }
      if (other < right.size() && right.get(other) == bound) {
        bounds.add(bound);
        other++;
      }
    }
    counts = new CompensatedNumber[bounds.size() + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new CompensatedNumber(0, 0);
    }
  }

  /// Adds all buckets of a histogram, times `sign`.
  void add(NativeHistogram source, CompensatedBuckets buckets, double sign) {
    int[] indexes = buckets.counts().indexes();
    int target = 0;
    for (int i = 0; i < indexes.length; i++) {
      double upper = source.bound(indexes[i]);
      while (target < bounds.size() && bounds.get(target) < upper) {
        target++;
      }
      counts[target].add(sign * buckets.counts().count(i));
      if (buckets.lost(i) != 0) {
        counts[target].add(sign * buckets.lost(i));
      }
    }
  }

  List<Double> bounds() {
    return bounds;
  }

  /// {@return the buckets that are not empty}
  CompensatedBuckets buckets() {
    CompensatedBuckets.Builder builder = new CompensatedBuckets.Builder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i].sum() != 0 || counts[i].lost() != 0) {
        builder.add(i, counts[i].sum(), counts[i].lost());
      }
    }
    return builder.build();
  }

  /// {@return the number of observations up to each bound, from the bound before; the last one is
  ///     for values above all bounds}
  double[] sums() {
    double[] sums = new double[counts.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i].sum();
    }
    return sums;
  }
}

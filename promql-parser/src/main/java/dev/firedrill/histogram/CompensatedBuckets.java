package dev.firedrill.histogram;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Buckets and, for each, what rounding has taken from its count.
final class CompensatedBuckets {
  private final Buckets counts;
  private final double[] lost;

  private CompensatedBuckets(Buckets counts, double[] lost) {
    this.counts = counts;
    this.lost = lost;
  }

  /// {@return buckets from which nothing is lost yet}
  static CompensatedBuckets of(Buckets counts) {
    return new CompensatedBuckets(counts, new double[counts.size()]);
  }

  Buckets counts() {
    return counts;
  }

  double lost(int position) {
    return lost[position];
  }

  /// {@return what was lost, as buckets}
  Buckets lost() {
    return counts.withCounts(lost.clone());
  }

  /// {@return every count and loss multiplied or divided}
  CompensatedBuckets map(DoubleUnaryOperator function) {
    return new CompensatedBuckets(
        counts.map(function), Arrays.stream(lost).map(function).toArray());
  }

  /// {@return the buckets in a schema that is coarser by `steps`}
  CompensatedBuckets coarsened(int steps) {
    int[] indexes = counts.indexes();
    Builder builder = new Builder();
    for (int i = 0; i < indexes.length; ) {
      int target = ((indexes[i] - 1) >> Math.min(steps, 31)) + 1;
      CompensatedNumber merged = new CompensatedNumber(counts.count(i), lost[i]);
      for (i++;
          i < indexes.length && ((indexes[i] - 1) >> Math.min(steps, 31)) + 1 == target;
          i++) {
        merged.add(counts.count(i)).add(lost[i]);
      }
      builder.add(target, merged.sum(), merged.lost());
    }
    return builder.build();
  }

  /// {@return the buckets without those that end within the zero bucket or reach into it}
  CompensatedBuckets outsideZero(NativeHistogram histogram) {
    int[] indexes = counts.indexes();
    Builder builder = new Builder();
    for (int i = 0; i < indexes.length; i++) {
      boolean swallowed = histogram.bound(indexes[i] - 1) < histogram.zeroThreshold();
      if (!swallowed && (counts.count(i) != 0 || lost[i] != 0)) {
        builder.add(indexes[i], counts.count(i), lost[i]);
      }
    }
    return builder.build();
  }

  /// {@return these and other buckets added, those of `added` from position `first` on}
  CompensatedBuckets plus(CompensatedBuckets added, int first) {
    if (first == added.counts.size()) {
      return this;
    }
    Merge merge = new Merge(this, added, first);
    Buckets merged = merge.merge();
    return new CompensatedBuckets(merged, Arrays.copyOf(merge.losses, merged.size()));
  }

  private static final class Merge extends BucketMerge {
    private final CompensatedBuckets base;
    private final CompensatedBuckets added;
    private final double[] losses;
    private int next;

    Merge(CompensatedBuckets base, CompensatedBuckets added, int first) {
      super(base.counts, added.counts, first, 1);
      this.base = base;
      this.added = added;
      this.losses = new double[base.lost.length + added.lost.length];
    }

    @Override
    double kept(int basePosition) {
      losses[next++] = base.lost[basePosition];
      return base.counts.count(basePosition);
    }

    @Override
    double combined(int basePosition, int addedPosition) {
      CompensatedNumber sum =
          new CompensatedNumber(base.counts.count(basePosition), base.lost[basePosition]);
      sum.add(added.counts.count(addedPosition));
      if (added.lost[addedPosition] != 0) {
        sum.add(added.lost[addedPosition]);
      }
      losses[next++] = sum.lost();
      return sum.sum();
    }

    @Override
    double inserted(int addedPosition) {
      losses[next++] = added.lost[addedPosition];
      return added.counts.count(addedPosition);
    }
  }

  /// Collects buckets by rising index.
  static final class Builder {
    private final Buckets.Builder counts = new Buckets.Builder();
    private double[] lost = new double[8];
    private int size;

    void add(int index, double count, double loss) {
      counts.add(index, count);
      if (size == lost.length) {
        lost = Arrays.copyOf(lost, 2 * size);
      }
      lost[size++] = loss;
    }

    CompensatedBuckets build() {
      return new CompensatedBuckets(counts.build(), Arrays.copyOf(lost, size));
    }
  }
}

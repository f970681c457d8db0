package dev.firedrill.engine.function;

import dev.firedrill.engine.ForcedMonotonicity;
import dev.firedrill.engine.operator.PatternDefeatingSort;
import dev.firedrill.labels.StaleNaN;
import java.util.Arrays;

/// One classic histogram at one step: cumulative counts by upper bound.
public final class ClassicHistogram implements PatternDefeatingSort.Elements {
  // Differences below this share come from rounding and are mended silently.
  private static final double TOLERANCE = 1e-12;

  private double[] bounds = new double[16];
  private double[] counts = new double[16];
  private int size;
  private boolean forced;
  private double lowestForced;
  private double highestForced;
  private double difference;

  /// Adds a bucket.
  ///
  /// @param bound the upper bound, included
  /// @param count observations up to the bound
  public void add(double bound, double count) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    bounds[size] = bound;
    counts[size] = count;
    size++;
  }

  /// {@return whether there is no bucket}
  public boolean isEmpty() {
    return size == 0;
  }

  /// Takes away all buckets.
  public void clear() {
    size = 0;
    forced = false;
  }

  /// {@return the quantile, interpolated within its bucket; NaN where there is none}
  public double quantile(double quantile) {
    if (Double.isNaN(quantile)) {
      return StaleNaN.NORMAL_NAN;
    }
    if (quantile < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (quantile > 1) {
      return Double.POSITIVE_INFINITY;
    }
    sort();
    if (bounds[size - 1] != Double.POSITIVE_INFINITY) {
      return StaleNaN.NORMAL_NAN;
    }
    mergeEqualBounds();
    makeMonotonic();
    if (size < 2 || counts[size - 1] == 0 || Double.isNaN(counts[size - 1])) {
      return StaleNaN.NORMAL_NAN;
    }
    return interpolate(quantile * counts[size - 1]);
  }

  private void sort() {
    for (int i = 1; i < size; i++) {
      if (!(bounds[i] >= bounds[i - 1])) {
        PatternDefeatingSort.sort(size, this);
        return;
      }
    }
  }

  @Override
  public boolean less(int i, int j) {
    return bounds[i] < bounds[j];
  }

  @Override
  public void swap(int i, int j) {
    double bound = bounds[i];
    bounds[i] = bounds[j];
    bounds[j] = bound;
    double count = counts[i];
    counts[i] = counts[j];
    counts[j] = count;
  }

  private void mergeEqualBounds() {
    int last = 0;
    for (int i = 1; i < size; i++) {
      if (bounds[i] == bounds[last]) {
        counts[last] += counts[i];
      } else {
        last++;
        bounds[last] = bounds[i];
        counts[last] = counts[i];
      }
    }
    size = last + 1;
  }

  private void makeMonotonic() {
    double previous = counts[0];
    for (int i = 1; i < size; i++) {
      if (counts[i] == previous) {
        continue;
      }
      if (almostEqual(previous, counts[i])) {
        counts[i] = previous;
      } else if (counts[i] < previous) {
        noteForced(bounds[i], previous - counts[i]);
        counts[i] = previous;
      } else {
        previous = counts[i];
      }
    }
  }

  private void noteForced(double bound, double raised) {
    lowestForced = forced ? Math.min(lowestForced, bound) : bound;
    highestForced = forced ? Math.max(highestForced, bound) : bound;
    difference = forced ? Math.max(difference, raised) : raised;
    forced = true;
  }

  /// {@return whether the counts last computed with had to be raised, by more than rounding}
  public boolean wasForced() {
    return forced;
  }

  /// {@return what was raised}
  /// @param time epoch milliseconds
  public ForcedMonotonicity forcedAt(long time) {
    return ForcedMonotonicity.at(time, lowestForced, highestForced, difference);
  }

  private static boolean almostEqual(double a, double b) {
    if (Double.isNaN(a) && Double.isNaN(b)) {
      return true;
    }
    double sum = Math.abs(a) + Math.abs(b);
    double difference = Math.abs(a - b);
    if (a == 0 || b == 0 || sum < Double.MIN_NORMAL) {
      return difference < TOLERANCE * Double.MIN_NORMAL;
    }
    return difference / Math.min(sum, Double.MAX_VALUE) < TOLERANCE;
  }

  private double interpolate(double rank) {
    int bucket = 0;
    while (bucket < size - 1 && !(counts[bucket] >= rank)) {
      bucket++;
    }
    if (bucket == size - 1) {
      return bounds[size - 2];
    }
    if (bucket == 0 && bounds[0] <= 0) {
      return bounds[0];
    }
    double start = bucket == 0 ? 0 : bounds[bucket - 1];
    double below = bucket == 0 ? 0 : counts[bucket - 1];
    double within = counts[bucket] - below;
    return start + (bounds[bucket] - start) * ((rank - below) / within);
  }

  /// {@return the share of observations above `lower` and up to `upper`; NaN where there is none}
  public double fraction(double lower, double upper) {
    sort();
    if (bounds[size - 1] != Double.POSITIVE_INFINITY) {
      return StaleNaN.NORMAL_NAN;
    }
    mergeEqualBounds();
    double total = counts[size - 1];
    if (total == 0 || Double.isNaN(total) || Double.isNaN(lower) || Double.isNaN(upper)) {
      return StaleNaN.NORMAL_NAN;
    }
    return lower >= upper ? 0 : (rank(upper) - rank(lower)) / total;
  }

  // How many observations there are up to a value.
  private double rank(double value) {
    double total = counts[size - 1];
    double start = bounds[0] > 0 ? 0 : Double.NEGATIVE_INFINITY;
    double below = 0;
    for (int bucket = 0; bucket < size; bucket++) {
      if (start >= value) {
        return Math.min(below, total);
      }
      if (value < bounds[bucket]) {
        double within = counts[bucket] - below;
        double rank =
            start == Double.NEGATIVE_INFINITY
                ? counts[bucket]
                : below + within * (value - start) / (bounds[bucket] - start);
        return Math.min(rank, total);
      }
      start = bounds[bucket];
      below = counts[bucket];
    }
    return total;
  }
}

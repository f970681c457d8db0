package dev.firedrill.histogram;

import java.util.List;

/// A native histogram with floating-point counts, as PromQL computes with it. Immutable.
///
/// @param hint what is known of a counter reset
/// @param schema the resolution: -4 to 8, each one up halving the width of the buckets, or
///     [BucketBounds#CUSTOM_SCHEMA]
/// @param zeroThreshold the width of the zero bucket to either side
/// @param zeroCount the count of the zero bucket
/// @param count of all observations
/// @param sum of all observations
/// @param positive buckets above zero, or all of them with custom bounds
/// @param negative buckets below zero
/// @param customBounds the upper bounds of the buckets with [BucketBounds#CUSTOM_SCHEMA], without
///     the last one, which is infinite; else empty
public record NativeHistogram(
    CounterResetHint hint,
    int schema,
    double zeroThreshold,
    double zeroCount,
    double count,
    double sum,
    Buckets positive,
    Buckets negative,
    List<Double> customBounds) {
  /// The histogram of nothing.
  public static final NativeHistogram EMPTY =
      new NativeHistogram(
          CounterResetHint.UNKNOWN, 0, 0, 0, 0, 0, Buckets.EMPTY, Buckets.EMPTY, List.of());

  public NativeHistogram {
    customBounds = List.copyOf(customBounds);
  }

  /// {@return whether the bounds of the buckets are listed rather than exponential}
  public boolean hasCustomBounds() {
    return schema == BucketBounds.CUSTOM_SCHEMA;
  }

  /// {@return the upper bound of the positive bucket at `index`}
  public double bound(int index) {
    return BucketBounds.upper(schema, index, customBounds);
  }

  /// {@return this and another histogram added, not compacted}
  ///
  /// @throws IncompatibleBucketsException if one has custom bounds and the other has not
  public NativeHistogram plus(NativeHistogram other) {
    return HistogramSum.of(this, other, 1);
  }

  /// {@return another histogram subtracted from this, not compacted}
  ///
  /// @throws IncompatibleBucketsException if one has custom bounds and the other has not
  public NativeHistogram minus(NativeHistogram other) {
    return HistogramSum.of(this, other, -1);
  }

  /// {@return this histogram in a coarser exponential schema, or itself in the same one}
  ///
  /// @throws IllegalArgumentException if the schema is finer, or if one of them has custom bounds
  public NativeHistogram toSchema(int target) {
    if (target == schema) {
      return this;
    }
    if (hasCustomBounds() || target == BucketBounds.CUSTOM_SCHEMA || target > schema) {
      throw new IllegalArgumentException("cannot copy from schema " + schema + " to " + target);
    }
    int steps = schema - target;
    return new NativeHistogram(
        hint,
        target,
        zeroThreshold,
        zeroCount,
        count,
        sum,
        positive.coarsened(steps),
        negative.coarsened(steps),
        customBounds);
  }

  /// {@return the histogram without empty buckets, in as few spans as possible}
  public NativeHistogram compacted() {
    return withBuckets(positive.compacted(), negative.compacted());
  }

  /// {@return the same histogram with other buckets}
  NativeHistogram withBuckets(Buckets above, Buckets below) {
    return new NativeHistogram(
        hint, schema, zeroThreshold, zeroCount, count, sum, above, below, customBounds);
  }

  /// {@return the same histogram with another zero bucket}
  NativeHistogram withZeroBucket(double threshold, double zeros) {
    return new NativeHistogram(
        hint, schema, threshold, zeros, count, sum, positive, negative, customBounds);
  }

  /// {@return the histogram as series notation has it, in braces: fields that are zero left out,
  ///     buckets from the first to the last that is not empty}
  public String toNotation() {
    return HistogramText.notation(this);
  }

  /// {@return the histogram as Prometheus prints values: `{count:3, sum:10, (0.5,1]:3}`}
  @Override
  public String toString() {
    return HistogramText.value(this);
  }
}

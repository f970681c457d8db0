package dev.firedrill.histogram;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

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

  /// {@return whether both have custom bounds but not the same, so that a sum or difference keeps
  ///     only the bounds that both have}
  public boolean needsReconciling(NativeHistogram other) {
    return hasCustomBounds() && other.hasCustomBounds() && !customBounds.equals(other.customBounds);
  }

  /// {@return the histogram with all counts and the sum multiplied; a gauge if the factor is
  ///     negative}
  public NativeHistogram times(double factor) {
    return scaled(value -> value * factor, factor < 0);
  }

  /// {@return the histogram with all counts and the sum divided; a gauge if the divisor is
  ///     negative; without buckets if it is zero}
  public NativeHistogram dividedBy(double divisor) {
    NativeHistogram divided = scaled(value -> value / divisor, divisor < 0);
    return divisor == 0 ? divided.withBuckets(Buckets.EMPTY, Buckets.EMPTY) : divided;
  }

  private NativeHistogram scaled(DoubleUnaryOperator function, boolean gauge) {
    return new NativeHistogram(
        gauge ? CounterResetHint.GAUGE : hint,
        schema,
        zeroThreshold,
        function.applyAsDouble(zeroCount),
        function.applyAsDouble(count),
        function.applyAsDouble(sum),
        positive.map(function),
        negative.map(function),
        customBounds);
  }

  /// {@return the same histogram with another hint}
  public NativeHistogram withHint(CounterResetHint other) {
    return new NativeHistogram(
        other, schema, zeroThreshold, zeroCount, count, sum, positive, negative, customBounds);
  }

  /// {@return all buckets by rising values, the zero bucket among them unless it is empty; where a
  ///     bucket overlaps with the zero bucket, it ends or starts where that one does}
  public List<Bucket> buckets() {
    return BucketList.of(this);
  }

  /// {@return what is left of observations up to a limit (operator `</`)}
  public NativeHistogram below(double limit) {
    return HistogramTrim.of(this, limit, true);
  }

  /// {@return what is left of observations above a limit (operator `>/`)}
  public NativeHistogram above(double limit) {
    return HistogramTrim.of(this, limit, false);
  }

  /// {@return whether a counter was reset between a histogram and this one, by the hint or else by
  ///     what has become less}
  public boolean isResetAfter(NativeHistogram previous) {
    return CounterReset.between(previous, this);
  }

  /// {@return the mean of the observations}
  public double mean() {
    return sum / count;
  }

  /// {@return the variance of the observations, estimated from the middles of the buckets}
  public double variance() {
    return HistogramDeviation.variance(this);
  }

  /// {@return whether PromQL's `==` holds: all numbers the same bit by bit, whatever the hints;
  ///     compact both first}
  public boolean sameAs(NativeHistogram other) {
    return schema == other.schema
        && sameBits(count, other.count)
        && sameBits(sum, other.sum)
        && sameBits(zeroCount, other.zeroCount)
        && zeroThreshold == other.zeroThreshold
        && customBounds.equals(other.customBounds)
        && positive.sameAs(other.positive)
        && negative.sameAs(other.negative);
  }

  private static boolean sameBits(double left, double right) {
    return Double.doubleToRawLongBits(left) == Double.doubleToRawLongBits(right);
  }

  /// {@return the histogram without runs of more than `most` empty buckets, shorter gaps filled}
  public NativeHistogram compacted(int most) {
    return withBuckets(positive.compacted(most), negative.compacted(most));
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

  /// {@return the same histogram with other totals}
  NativeHistogram withTotals(double otherCount, double otherSum) {
    return new NativeHistogram(
        hint,
        schema,
        zeroThreshold,
        zeroCount,
        otherCount,
        otherSum,
        positive,
        negative,
        customBounds);
  }

  /// {@return the same histogram with other bounds and the buckets for them}
  NativeHistogram withCustomBounds(List<Double> bounds, Buckets buckets) {
    return new NativeHistogram(
        hint, schema, zeroThreshold, zeroCount, count, sum, buckets, negative, bounds);
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

package dev.firedrill.histogram;

import java.util.function.DoubleUnaryOperator;

/// A histogram that others are added to, with what rounding has taken from each of its numbers:
/// Prometheus's `FloatHistogram.KahanAdd`.
///
/// @param value the histogram; its buckets are those of the two following
/// @param lostZeros from the count of the zero bucket
/// @param lostCount from the count of all observations
/// @param lostSum from the sum of all observations
record CompensatedHistogram(
    NativeHistogram value,
    double lostZeros,
    double lostCount,
    double lostSum,
    CompensatedBuckets positive,
    CompensatedBuckets negative) {
  static CompensatedHistogram of(NativeHistogram value) {
    return new CompensatedHistogram(
        value,
        0,
        0,
        0,
        CompensatedBuckets.of(value.positive()),
        CompensatedBuckets.of(value.negative()));
  }

  /// {@return another histogram added}
  ///
  /// @throws IncompatibleBucketsException if one has custom bounds and the other has not
  CompensatedHistogram plus(NativeHistogram other) {
    if (value.hasCustomBounds() != other.hasCustomBounds()) {
      throw new IncompatibleBucketsException();
    }
    CompensatedNumber count = new CompensatedNumber(value.count(), lostCount).add(other.count());
    CompensatedNumber sum = new CompensatedNumber(value.sum(), lostSum).add(other.sum());
    CompensatedHistogram merged =
        value.hasCustomBounds() ? plusCustom(other) : plusExponential(other);
    return new CompensatedHistogram(
        merged
            .value
            .withHint(value.hint().combinedWith(other.hint()))
            .withTotals(count.sum(), sum.sum()),
        merged.lostZeros,
        count.lost(),
        sum.lost(),
        merged.positive,
        merged.negative);
  }

  private CompensatedHistogram plusCustom(NativeHistogram other) {
    if (!value.needsReconciling(other)) {
      return plusBuckets(
          CompensatedBuckets.of(other.positive()), CompensatedBuckets.of(other.negative()));
    }
    SharedBounds shared = new SharedBounds(value.customBounds(), other.customBounds());
    shared.add(value, positive, 1);
    shared.add(other, CompensatedBuckets.of(other.positive()), 1);
    CompensatedBuckets buckets = shared.buckets();
    return new CompensatedHistogram(
        value.withCustomBounds(shared.bounds(), buckets.counts()),
        lostZeros,
        lostCount,
        lostSum,
        buckets,
        negative);
  }

  private CompensatedHistogram plusExponential(NativeHistogram other) {
    ZeroBuckets zeros = ZeroBuckets.reconcile(this, other);
    NativeHistogram wide = zeros.left().value();
    CompensatedNumber zero = new CompensatedNumber(wide.zeroCount(), zeros.left().lostZeros());
    zero.add(zeros.right().count());
    zero.add(zeros.right().lost());
    int schema = Math.min(wide.schema(), other.schema());
    CompensatedHistogram left =
        zeros
            .left()
            .withZeros(zero.sum(), zero.lost(), wide.zeroThreshold())
            .coarsened(wide.schema() - schema, schema);
    CompensatedHistogram right = of(other).coarsened(other.schema() - schema, schema);
    return left.plusBuckets(right.positive, right.negative);
  }

  private CompensatedHistogram plusBuckets(CompensatedBuckets above, CompensatedBuckets below) {
    return withBuckets(
        positive.plus(above, HistogramSum.firstOutsideZero(value, above.counts())),
        negative.plus(below, HistogramSum.firstOutsideZero(value, below.counts())));
  }

  private CompensatedHistogram coarsened(int steps, int schema) {
    return steps == 0
        ? this
        : new CompensatedHistogram(
                value.toSchema(schema), lostZeros, lostCount, lostSum, positive, negative)
            .withBuckets(positive.coarsened(steps), negative.coarsened(steps));
  }

  private CompensatedHistogram withBuckets(CompensatedBuckets above, CompensatedBuckets below) {
    return new CompensatedHistogram(
        value.withBuckets(above.counts(), below.counts()),
        lostZeros,
        lostCount,
        lostSum,
        above,
        below);
  }

  private CompensatedHistogram withZeros(double count, double lost, double threshold) {
    return new CompensatedHistogram(
        value.withZeroBucket(threshold, count), lost, lostCount, lostSum, positive, negative);
  }

  /// {@return the histogram with a wider zero bucket, without the buckets that it covers}
  CompensatedHistogram withZeroBucket(ZeroBuckets.Widened zeros) {
    CompensatedHistogram wide = withZeros(zeros.count(), zeros.lost(), zeros.threshold());
    return wide.withBuckets(
        wide.positive.outsideZero(wide.value), wide.negative.outsideZero(wide.value));
  }

  /// {@return every number and loss mapped}
  CompensatedHistogram map(DoubleUnaryOperator function) {
    NativeHistogram mapped =
        value
            .withTotals(function.applyAsDouble(value.count()), function.applyAsDouble(value.sum()))
            .withZeroBucket(value.zeroThreshold(), function.applyAsDouble(value.zeroCount()));
    return new CompensatedHistogram(
            mapped,
            function.applyAsDouble(lostZeros),
            function.applyAsDouble(lostCount),
            function.applyAsDouble(lostSum),
            positive,
            negative)
        .withBuckets(positive.map(function), negative.map(function));
  }

  /// {@return what was lost}
  NativeHistogram lost() {
    return value
        .withBuckets(positive.lost(), negative.lost())
        .withZeroBucket(value.zeroThreshold(), lostZeros)
        .withTotals(lostCount, lostSum);
  }

  /// {@return the histogram and what was lost added, not compacted}
  NativeHistogram total() {
    return value.plus(lost());
  }

  /// {@return whether any number has left the range of a double}
  boolean hasOverflow() {
    return Double.isInfinite(value.zeroCount())
        || Double.isInfinite(value.count())
        || Double.isInfinite(value.sum())
        || anyInfinite(value.positive())
        || anyInfinite(value.negative())
        || value.customBounds().stream().anyMatch(bound -> Double.isInfinite(bound));
  }

  private static boolean anyInfinite(Buckets buckets) {
    for (int i = 0; i < buckets.size(); i++) {
      if (Double.isInfinite(buckets.count(i))) {
        return true;
      }
    }
    return false;
  }
}

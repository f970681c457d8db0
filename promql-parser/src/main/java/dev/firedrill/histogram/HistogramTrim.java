package dev.firedrill.histogram;

/// Cuts a histogram off at a value, as the operators `</` and `>/` do: buckets that the value lies
/// in are split by interpolation, count and sum are estimated from what is left.
final class HistogramTrim {
  /// What is left of a bucket.
  ///
  /// @param middle where its observations are taken to lie
  private record Part(double count, double middle) {
    static final Part NOTHING = new Part(0, 0);
  }

  private final NativeHistogram histogram;
  private final double limit;
  private final boolean keepsBelow;
  private double count;
  private double sum;
  private boolean changed;
  private boolean hasPositive;
  private boolean hasNegative;

  private HistogramTrim(NativeHistogram histogram, double limit, boolean keepsBelow) {
    this.histogram = histogram;
    this.limit = limit;
    this.keepsBelow = keepsBelow;
  }

  /// {@return what is below a limit, or what is above it}
  static NativeHistogram of(NativeHistogram histogram, double limit, boolean keepsBelow) {
    return new HistogramTrim(histogram, limit, keepsBelow).result();
  }

  private NativeHistogram result() {
    double[] positive = positive();
    double[] negative = negative();
    double zeros = zeros();
    if (!changed) {
      return histogram;
    }
    NativeHistogram left =
        histogram
            .withBuckets(
                histogram.positive().withCounts(positive),
                histogram.negative().withCounts(negative))
            .withZeroBucket(histogram.zeroThreshold(), zeros)
            .withTotals(count, sum);
    return left.compacted();
  }

  private double[] positive() {
    double[] counts = histogram.positive().counts();
    int[] indexes = histogram.positive().indexes();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        hasPositive = true;
        counts[i] = keep(BucketList.positive(histogram, i, indexes[i]), false);
      }
    }
    return counts;
  }

  private double[] negative() {
    double[] counts = histogram.negative().counts();
    int[] indexes = histogram.negative().indexes();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        hasNegative = true;
        counts[i] = keep(BucketList.negative(histogram, i, indexes[i]), true);
      }
    }
    return counts;
  }

  private double keep(Bucket bucket, boolean negative) {
    return take(part(bucket, negative), bucket.count());
  }

  private double take(Part part, double before) {
    count += part.count();
    sum += part.middle() * part.count();
    changed |= part.count() != before;
    return part.count();
  }

  private Part part(Bucket bucket, boolean negative) {
    boolean whole = keepsBelow ? bucket.upper() <= limit : bucket.lower() >= limit;
    if (whole) {
      return new Part(bucket.count(), middle(bucket.lower(), bucket.upper(), negative));
    }
    boolean split = keepsBelow ? bucket.lower() < limit : bucket.upper() > limit;
    if (!split) {
      return Part.NOTHING;
    }
    if (bucket.lower() == Double.NEGATIVE_INFINITY) {
      return keepsBelow ? belowInLowest(bucket) : aboveInLowest(bucket);
    }
    if (bucket.upper() == Double.POSITIVE_INFINITY) {
      boolean kept = !keepsBelow && limit >= bucket.lower();
      return kept ? new Part(bucket.count(), limit) : Part.NOTHING;
    }
    double under = bucket.count() * HistogramFraction.shareBelow(bucket, limit, isLinear());
    if (limit <= bucket.lower()) {
      under = 0;
    } else if (limit >= bucket.upper()) {
      under = bucket.count();
    }
    return keepsBelow
        ? new Part(under, middle(bucket.lower(), limit, negative))
        : new Part(bucket.count() - under, middle(limit, bucket.upper(), negative));
  }

  private boolean isLinear() {
    return histogram.hasCustomBounds();
  }

  // Below the lowest bound, observations are taken to lie between zero and the bound.
  private Part belowInLowest(Bucket bucket) {
    double upper = bucket.upper();
    if (limit >= upper) {
      return new Part(bucket.count(), 0);
    }
    if (limit > 0 && upper > 0 && Double.isFinite(upper)) {
      return new Part(bucket.count() * limit / upper, limit / 2);
    }
    return upper <= 0 ? new Part(bucket.count(), limit) : Part.NOTHING;
  }

  private Part aboveInLowest(Bucket bucket) {
    double upper = bucket.upper();
    if (limit <= bucket.lower()) {
      return new Part(bucket.count(), 0);
    }
    if (limit >= 0 && upper > limit && Double.isFinite(upper)) {
      return new Part(bucket.count() * (1 - limit / upper), (limit + upper) / 2);
    }
    return Part.NOTHING;
  }

  private double middle(double lower, double upper, boolean negative) {
    if (Double.isInfinite(lower)) {
      if (Double.isInfinite(upper)) {
        return 0;
      }
      return upper > 0 ? upper / 2 : upper;
    }
    if (Double.isInfinite(upper)) {
      return lower;
    }
    if (histogram.hasCustomBounds()) {
      return (lower + upper) / 2;
    }
    double middle = Math.sqrt(Math.abs(lower * upper));
    return negative ? -middle : middle;
  }

  private double zeros() {
    double all = histogram.zeroCount();
    if (!(all > 0)) {
      return all;
    }
    double lower = hasPositive && !hasNegative ? 0 : -histogram.zeroThreshold();
    double upper = hasNegative && !hasPositive ? 0 : histogram.zeroThreshold();
    return take(zeroPart(lower, upper, all), all);
  }

  private Part zeroPart(double lower, double upper, double all) {
    boolean whole = keepsBelow ? limit >= upper : limit <= lower;
    boolean none = keepsBelow ? limit <= lower : limit >= upper;
    // The order of these matters where the bucket has no width.
    if (keepsBelow && none) {
      return Part.NOTHING;
    }
    if (whole) {
      return new Part(all, (lower + upper) / 2);
    }
    if (none) {
      return Part.NOTHING;
    }
    return keepsBelow
        ? new Part(all * ((limit - lower) / (upper - lower)), (lower + limit) / 2)
        : new Part(all * ((upper - limit) / (upper - lower)), (limit + upper) / 2);
  }
}

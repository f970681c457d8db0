package dev.firedrill.histogram;

import dev.firedrill.labels.StaleNaN;
import java.util.List;

/// A quantile of a native histogram, as `histogram_quantile` estimates it.
///
/// @param value the estimate, interpolated within its bucket
/// @param note what observations that are not numbers did to it
public record HistogramQuantile(double value, Note note) {
  /// What Prometheus has to say about a quantile.
  public enum Note {
    /// Nothing.
    NONE,
    /// There are observations of NaN, so the result is NaN.
    NAN_RESULT,
    /// There are observations of NaN, which count as the highest.
    NAN_SKEW
  }

  /// {@return the quantile of a histogram: -Inf for `q` below 0, +Inf above 1, NaN where there are
  ///     no observations}
  public static HistogramQuantile of(NativeHistogram histogram, double q) {
    if (q < 0) {
      return new HistogramQuantile(Double.NEGATIVE_INFINITY, Note.NONE);
    }
    if (q > 1) {
      return new HistogramQuantile(Double.POSITIVE_INFINITY, Note.NONE);
    }
    if (histogram.count() == 0 || Double.isNaN(q)) {
      return new HistogramQuantile(StaleNaN.NORMAL_NAN, Note.NONE);
    }
    return new Search(histogram, q).result();
  }

  /// The walk to the bucket that holds a rank, from the end that is nearer.
  private static final class Search {
    private final NativeHistogram histogram;
    private final List<Bucket> buckets;
    private final boolean forward;
    private final boolean nans;
    private double rank;
    private double seen;
    private int next;
    private Bucket bucket = new Bucket(0, 0, 0);

    Search(NativeHistogram histogram, double q) {
      this.histogram = histogram;
      this.nans = Double.isNaN(histogram.sum());
      // Observations of NaN are in no bucket, so the rank must be counted from below.
      this.forward = nans || q < 0.5;
      this.rank = (forward ? q : 1 - q) * histogram.count();
      this.buckets = forward ? histogram.buckets() : histogram.buckets().reversed();
    }

    HistogramQuantile result() {
      walk();
      if (histogram.hasCustomBounds()) {
        if (bucket.lower() == Double.NEGATIVE_INFINITY) {
          if (bucket.upper() <= 0) {
            return new HistogramQuantile(bucket.upper(), Note.NONE);
          }
          bucket = bucket.withLower(0);
        } else if (bucket.upper() == Double.POSITIVE_INFINITY) {
          return new HistogramQuantile(bucket.lower(), Note.NONE);
        }
      } else if (bucket.lower() < 0 && bucket.upper() > 0) {
        bucket = ZeroSides.clamp(histogram, bucket);
      }
      // Rounding may have added up to more than there is.
      seen = seen > histogram.count() ? histogram.count() : seen;
      if (seen < rank) {
        return nans
            ? new HistogramQuantile(StaleNaN.NORMAL_NAN, Note.NAN_RESULT)
            : new HistogramQuantile(bucket.upper(), Note.NONE);
      }
      rank = forward ? rank - (seen - bucket.count()) : seen - rank;
      Note note = nans && countTheRest() < histogram.count() ? Note.NAN_SKEW : Note.NONE;
      return new HistogramQuantile(interpolate(rank / bucket.count()), note);
    }

    private void walk() {
      while (next < buckets.size()) {
        bucket = buckets.get(next++);
        if (bucket.count() == 0) {
          continue;
        }
        seen += bucket.count();
        if (seen >= rank) {
          return;
        }
      }
    }

    // Prometheus interpolates in the last bucket that it comes to here, not in the one it found.
    private double countTheRest() {
      while (next < buckets.size()) {
        bucket = buckets.get(next++);
        seen += bucket.count();
      }
      return seen;
    }

    private double interpolate(double share) {
      if (histogram.hasCustomBounds() || bucket.holdsZero()) {
        return bucket.lower() + (bucket.upper() - bucket.lower()) * share;
      }
      double lower = BinaryLogarithm.log2(Math.abs(bucket.lower()));
      double upper = BinaryLogarithm.log2(Math.abs(bucket.upper()));
      return bucket.lower() > 0
          ? BinaryLogarithm.exp2(lower + (upper - lower) * share)
          : -BinaryLogarithm.exp2(upper + (lower - upper) * (1 - share));
    }
  }
}

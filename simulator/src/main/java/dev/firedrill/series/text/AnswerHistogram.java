package dev.firedrill.series.text;

import dev.firedrill.histogram.Bucket;
import dev.firedrill.histogram.BucketBounds;
import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/// A native histogram as the query API gives it: by the bounds and counts of its buckets that are
/// not empty. The resolution follows from the bounds; where there is none for them, they are custom
/// bounds. What the API leaves out (the width of an empty zero bucket, bounds of empty custom
/// buckets) comes from series notation, where a recording has it.
public final class AnswerHistogram {
  private static final int COARSEST = -9;
  private static final int FINEST = 8;
  private static final int LOWER_BOUND = 1;

  private final List<Bucket> positive = new ArrayList<>();
  private final List<Bucket> negative = new ArrayList<>();
  private double count;
  private double sum;
  private double zeroCount;
  private double zeroThreshold;
  private String notation = "";

  /// Sets the count of all observations.
  public void count(double all) {
    count = all;
  }

  /// Sets the sum of all observations.
  public void sum(double all) {
    sum = all;
  }

  void notation(String text) {
    notation = text;
  }

  /// Adds a bucket.
  ///
  /// @param bounds which bounds belong to it, as the API counts
  public void bucket(int bounds, double lower, double upper, double observations) {
    if (lower == -upper && Double.isFinite(upper)) {
      zeroCount = observations;
      zeroThreshold = upper;
    } else if (bounds == LOWER_BOUND) {
      negative.add(new Bucket(-upper, -lower, observations));
    } else {
      positive.add(new Bucket(lower, upper, observations));
    }
  }

  /// {@return the histogram}
  ///
  /// @throws IllegalArgumentException if there is none like that
  public NativeHistogram histogram() {
    if (!notation.isEmpty()) {
      return ofNotation();
    }
    positive.sort(Comparator.comparingDouble(Bucket::upper));
    negative.sort(Comparator.comparingDouble(Bucket::upper));
    for (int schema = FINEST; schema >= COARSEST; schema--) {
      if (fits(schema, positive) && fits(schema, negative)) {
        boolean any = !positive.isEmpty() || !negative.isEmpty();
        return histogram(any ? schema : 0, List.of());
      }
    }
    if (!negative.isEmpty() || zeroCount != 0) {
      throw new IllegalArgumentException("the buckets have the bounds of no schema");
    }
    TreeSet<Double> bounds = new TreeSet<>();
    for (Bucket each : positive) {
      bounds.add(each.lower());
      bounds.add(each.upper());
    }
    bounds.removeIf(bound -> bound.isInfinite());
    return histogram(BucketBounds.CUSTOM_SCHEMA, List.copyOf(bounds));
  }

  private NativeHistogram ofNotation() {
    if (SeriesNotation.parse("histogram " + notation) instanceof SeriesResult.Parsed parsed
        && parsed.series().values().size() == 1
        && parsed.series().values().getFirst() instanceof SeriesValue.HistogramSample sample) {
      return sample.histogram();
    }
    throw new IllegalArgumentException("'" + notation + "' is no histogram");
  }

  private NativeHistogram histogram(int schema, List<Double> bounds) {
    return new NativeHistogram(
        CounterResetHint.UNKNOWN,
        schema,
        zeroThreshold,
        zeroCount,
        count,
        sum,
        buckets(schema, bounds, positive),
        buckets(schema, bounds, negative),
        bounds);
  }

  private static boolean fits(int schema, List<Bucket> buckets) {
    return buckets.stream().allMatch(bucket -> index(schema, bucket).isPresent());
  }

  // The bucket of the largest numbers has not the bound that its index would give.
  private static OptionalInt index(int schema, Bucket bucket) {
    double exponent = Math.log(bucket.upper()) / Math.log(2) * Math.scalb(1.0, schema);
    int near = (int) Math.rint(exponent);
    for (int index = near - 1; index <= near + 1; index++) {
      if (BucketBounds.upper(schema, index, List.of()) == bucket.upper()
          && BucketBounds.upper(schema, index - 1, List.of()) == bucket.lower()) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  private static Buckets buckets(int schema, List<Double> bounds, List<Bucket> buckets) {
    List<BucketSpan> spans = new ArrayList<>();
    double[] counts = new double[buckets.size()];
    int end = 0;
    for (int i = 0; i < counts.length; i++) {
      Bucket bucket = buckets.get(i);
      int bound = bounds.indexOf(bucket.upper());
      int index =
          schema != BucketBounds.CUSTOM_SCHEMA
              ? index(schema, bucket).orElseThrow()
              : bound < 0 ? bounds.size() : bound;
      counts[i] = bucket.count();
      if (!spans.isEmpty() && index == end) {
        BucketSpan last = spans.removeLast();
        spans.add(new BucketSpan(last.offset(), last.length() + 1));
      } else {
        spans.add(new BucketSpan(index - end, 1));
      }
      end = index + 1;
    }
    return Buckets.of(spans, counts);
  }
}

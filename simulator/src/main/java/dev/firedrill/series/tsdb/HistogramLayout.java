package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.BucketBounds;
import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import java.util.ArrayList;
import java.util.List;

/// What all histograms of a chunk share: schema, zero bucket, spans of buckets, bounds.
///
/// @param zeroThreshold the width of the zero bucket to either side
/// @param schema the resolution as stored, up to 52; more than PromQL knows is merged down
/// @param positive spans of buckets above zero
/// @param negative spans of buckets below zero
/// @param bounds upper bounds of custom buckets, else empty
public record HistogramLayout(
    double zeroThreshold,
    int schema,
    List<BucketSpan> positive,
    List<BucketSpan> negative,
    List<Double> bounds) {
  /// No chunk of Prometheus's has as many; what says so is damaged.
  public static final int MOST_BUCKETS = 1 << 16;

  private static final int FINEST = 8;

  /// Reads the part of a chunk before its samples.
  static HistogramLayout read(BitReader bits) throws DamagedException {
    double zeroThreshold = zeroThreshold(bits);
    int schema = Math.clamp(bits.varbit(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    checkSchema(schema);
    List<BucketSpan> positive = spans(bits);
    List<BucketSpan> negative = spans(bits);
    List<Double> bounds = schema == BucketBounds.CUSTOM_SCHEMA ? bounds(bits) : List.of();
    bits.check();
    return new HistogramLayout(zeroThreshold, schema, positive, negative, bounds);
  }

  /// Makes sure that there are histograms of a schema.
  ///
  /// @throws DamagedException if no histogram has that schema, in Prometheus's words
  public static void checkSchema(int schema) throws DamagedException {
    if (schema != BucketBounds.CUSTOM_SCHEMA && (schema < -9 || schema > 52)) {
      throw new DamagedException(
          "histogram has an unknown schema, which must be between -9 and 52 for exponential"
              + " buckets, or -53 for custom buckets: "
              + schema);
    }
  }

  private static double zeroThreshold(BitReader bits) {
    int code = (int) bits.bits(8);
    return switch (code) {
      case 0 -> 0;
      case 255 -> Double.longBitsToDouble(bits.bits(64));
      default -> Math.scalb(0.5, code - 243);
    };
  }

  private static List<BucketSpan> spans(BitReader bits) throws DamagedException {
    int count = number(bits);
    List<BucketSpan> spans = new ArrayList<>();
    long buckets = 0;
    for (int i = 0; i < count; i++) {
      int length = number(bits);
      long offset = bits.varbit();
      buckets += length;
      if (offset != (int) offset || buckets > MOST_BUCKETS) {
        throw new DamagedException("a histogram has too many buckets");
      }
      bits.check();
      spans.add(new BucketSpan((int) offset, length));
    }
    return spans;
  }

  private static List<Double> bounds(BitReader bits) throws DamagedException {
    int count = number(bits);
    List<Double> bounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long code = bits.varbitUnsigned();
      bounds.add(code == 0 ? Double.longBitsToDouble(bits.bits(64)) : (code - 1) / 1000.0);
      bits.check();
    }
    return bounds;
  }

  private static int number(BitReader bits) throws DamagedException {
    long number = bits.varbitUnsigned();
    if (number < 0 || number > MOST_BUCKETS) {
      throw new DamagedException("a histogram has too many buckets");
    }
    return (int) number;
  }

  /// {@return how many buckets spans have}
  static int size(List<BucketSpan> spans) {
    int size = 0;
    for (BucketSpan span : spans) {
      size += span.length();
    }
    return size;
  }

  /// {@return a histogram of this layout, in the finest schema that PromQL knows or a coarser one}
  ///
  /// @param above counts of the buckets above zero
  /// @param below counts of the buckets below zero
  public NativeHistogram histogram(
      CounterResetHint hint,
      double zeros,
      double count,
      double sum,
      double[] above,
      double[] below) {
    NativeHistogram stored =
        new NativeHistogram(
            hint,
            schema,
            zeroThreshold,
            zeros,
            count,
            sum,
            Buckets.of(positive, above),
            Buckets.of(negative, below),
            bounds);
    return schema > FINEST ? stored.toSchema(FINEST) : stored;
  }
}

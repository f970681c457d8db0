package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.BucketBounds;
import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import java.util.ArrayList;
import java.util.List;

/// Reads a native histogram as logs have it.
final class WalHistogram {
  private static final CounterResetHint[] HINTS = CounterResetHint.values();

  private WalHistogram() {}

  /// Reads a histogram, with its hint as it was appended.
  ///
  /// @param floats whether counts are floating-point numbers
  static NativeHistogram read(ByteCursor cursor, boolean floats) throws DamagedException {
    int hint = cursor.u8();
    int schema = number(cursor.varint());
    HistogramLayout.checkSchema(schema);
    double threshold = real(cursor);
    double zeros = floats ? real(cursor) : WholeNumbers.unsigned(cursor.uvarint());
    double count = floats ? real(cursor) : WholeNumbers.unsigned(cursor.uvarint());
    double sum = real(cursor);
    List<BucketSpan> positive = spans(cursor);
    List<BucketSpan> negative = spans(cursor);
    double[] above = counts(cursor, positive, floats);
    double[] below = counts(cursor, negative, floats);
    List<Double> bounds = schema == BucketBounds.CUSTOM_SCHEMA ? bounds(cursor) : List.of();
    CounterResetHint known = hint < HINTS.length ? HINTS[hint] : CounterResetHint.UNKNOWN;
    return new HistogramLayout(threshold, schema, positive, negative, bounds)
        .histogram(known, zeros, count, sum, above, below);
  }

  private static double real(ByteCursor cursor) throws DamagedException {
    return Double.longBitsToDouble(cursor.u64());
  }

  private static int number(long value) throws DamagedException {
    if (value != (int) value) {
      throw new DamagedException("invalid size");
    }
    return (int) value;
  }

  private static List<BucketSpan> spans(ByteCursor cursor) throws DamagedException {
    int count = cursor.count(2);
    List<BucketSpan> spans = new ArrayList<>(count);
    long buckets = 0;
    for (int i = 0; i < count; i++) {
      int offset = number(cursor.varint());
      long length = cursor.uvarint();
      buckets += length;
      if (length < 0 || length > HistogramLayout.MOST_BUCKETS || buckets > cursor.remaining()) {
        throw new DamagedException("a histogram has too many buckets");
      }
      spans.add(new BucketSpan(offset, (int) length));
    }
    return spans;
  }

  private static double[] counts(ByteCursor cursor, List<BucketSpan> spans, boolean floats)
      throws DamagedException {
    int size = cursor.count(floats ? 8 : 1);
    if (size != HistogramLayout.size(spans)) {
      throw new DamagedException("a histogram has other buckets than its spans say");
    }
    double[] counts = new double[size];
    long whole = 0;
    for (int i = 0; i < size; i++) {
      if (floats) {
        counts[i] = real(cursor);
      } else {
        whole += cursor.varint();
        counts[i] = whole;
      }
    }
    return counts;
  }

  private static List<Double> bounds(ByteCursor cursor) throws DamagedException {
    int count = cursor.count(8);
    List<Double> bounds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bounds.add(real(cursor));
    }
    return bounds;
  }
}

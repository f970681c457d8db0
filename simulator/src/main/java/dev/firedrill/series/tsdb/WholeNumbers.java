package dev.firedrill.series.tsdb;

/// Whole counts: each told by how much its change changes from sample to sample, those of buckets
/// as
/// differences to the bucket before.
final class WholeNumbers extends HistogramNumbers {
  private static final int ZEROS = 1;
  private static final int BUCKETS = 2;

  private final BitReader bits;
  private final int positive;
  // the count, that of the zero bucket, and the buckets
  private final long[] values;
  private final long[] changes;

  WholeNumbers(BitReader bits, int positive, int negative) {
    super(bits);
    this.bits = bits;
    this.positive = positive;
    this.values = new long[BUCKETS + positive + negative];
    this.changes = new long[values.length];
  }

  @Override
  void readCounts(boolean later) {
    if (later) {
      change(0);
      change(ZEROS);
    } else {
      values[0] = bits.varbitUnsigned();
      values[ZEROS] = bits.varbitUnsigned();
    }
  }

  @Override
  void readBuckets(boolean later) {
    for (int i = BUCKETS; i < values.length; i++) {
      if (later) {
        change(i);
      } else {
        values[i] = bits.varbit();
      }
    }
  }

  private void change(int index) {
    changes[index] += bits.varbit();
    values[index] += changes[index];
  }

  @Override
  double count() {
    return unsigned(values[0]);
  }

  @Override
  double zeros() {
    return unsigned(values[ZEROS]);
  }

  /// {@return an unsigned number, rounded once as Go does: the lowest bit stays in when it is
  ///     halved}
  static double unsigned(long value) {
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }

  @Override
  double[] buckets(int from, int size) {
    double[] counts = new double[size];
    long count = 0;
    for (int i = 0; i < size; i++) {
      if (from + i == positive) {
        count = 0;
      }
      count += values[BUCKETS + from + i];
      counts[i] = count;
    }
    return counts;
  }
}

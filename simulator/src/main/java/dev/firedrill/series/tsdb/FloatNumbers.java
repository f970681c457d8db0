package dev.firedrill.series.tsdb;

/// Floating-point counts, absolute, each told by the bits that change from sample to sample.
final class FloatNumbers extends HistogramNumbers {
  private static final int ZEROS = 1;
  private static final int BUCKETS = 2;

  // the count, that of the zero bucket, and the buckets
  private final XorValue[] coded;
  private final double[] values;

  FloatNumbers(BitReader bits, int positive, int negative) {
    super(bits);
    this.coded = new XorValue[BUCKETS + positive + negative];
    this.values = new double[coded.length];
    for (int i = 0; i < coded.length; i++) {
      coded[i] = new XorValue(bits);
    }
  }

  @Override
  void readCounts(boolean later) throws DamagedException {
    read(0, later);
    read(ZEROS, later);
  }

  @Override
  void readBuckets(boolean later) throws DamagedException {
    for (int i = BUCKETS; i < coded.length; i++) {
      read(i, later);
    }
  }

  private void read(int index, boolean later) throws DamagedException {
    values[index] = Double.longBitsToDouble(later ? coded[index].next() : coded[index].first());
  }

  @Override
  double count() {
    return values[0];
  }

  @Override
  double zeros() {
    return values[ZEROS];
  }

  @Override
  double[] buckets(int from, int size) {
    double[] counts = new double[size];
    System.arraycopy(values, BUCKETS + from, counts, 0, size);
    return counts;
  }
}

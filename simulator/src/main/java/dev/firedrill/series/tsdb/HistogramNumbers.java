package dev.firedrill.series.tsdb;

import dev.firedrill.labels.StaleNaN;

/// Decodes the numbers of a histogram chunk's samples, one sample after the other.
abstract class HistogramNumbers {
  private final BitReader bits;
  private final XorValue sum;
  private boolean started;
  private double sumNow;

  HistogramNumbers(BitReader bits) {
    this.bits = bits;
    this.sum = new XorValue(bits);
  }

  /// Reads the numbers of the next sample, after its time.
  final void read() throws DamagedException {
    readCounts(started);
    sumNow = Double.longBitsToDouble(started ? sum.next() : sum.first());
    if (!isStale()) {
      readBuckets(started);
    }
    started = true;
    bits.check();
  }

  /// {@return whether the sample just read is a staleness marker}
  final boolean isStale() {
    return StaleNaN.isStale(sumNow);
  }

  /// {@return the sum of observations}
  final double sum() {
    return sumNow;
  }

  /// Reads the count of observations and that of the zero bucket.
  ///
  /// @param later whether there was a sample before
  abstract void readCounts(boolean later) throws DamagedException;

  /// Reads the counts of all buckets.
  ///
  /// @param later whether there was a sample before
  abstract void readBuckets(boolean later) throws DamagedException;

  /// {@return the count of observations}
  abstract double count();

  /// {@return the count of the zero bucket}
  abstract double zeros();

  /// {@return the counts of buckets}
  ///
  /// @param from the first, those above zero coming before those below
  /// @param size how many
  abstract double[] buckets(int from, int size);
}

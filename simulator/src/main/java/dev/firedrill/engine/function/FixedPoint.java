package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import java.util.Optional;

/// Samples as whole multiples of a power of two, and the exact sum of a window that slides over
/// them.
///
/// What a compensated sum has lost in rounding is the exact sum less the rounded one, as long as
/// the compensation itself is never rounded. All errors are multiples of the unit, and each is at
/// most half of the last bit of a sum, so this can be told beforehand from the greatest sample and
/// the length of the window.
final class FixedPoint {
  private static final int BIAS = 1075;
  private static final long FRACTION = (1L << 52) - 1;
  // Far from where doubles lose bits, and where sums leave their range.
  private static final int LEAST_UNIT = -960;
  private static final double MOST = 0x1p900;

  private final Samples samples;
  private final int unit;
  private final double greatest;
  // what makes a sample a multiple of the unit, where a long has room for each; otherwise 0
  private final double scale;
  private int left;
  private int right;
  // the sum inside as a multiple of the unit: 128 bits
  private long low;
  private long high;

  private FixedPoint(Samples samples, int unit, double greatest) {
    this.samples = samples;
    this.unit = unit;
    this.greatest = greatest;
    this.scale = greatest < Math.scalb(1.0, unit + 62) ? Math.scalb(1.0, -unit) : 0;
  }

  /// {@return the samples of a series; empty where some are not finite, or too large or small}
  static Optional<FixedPoint> of(Samples samples) {
    int unit = Integer.MAX_VALUE;
    double greatest = 0;
    for (int i = 0; i < samples.size(); i++) {
      double value = samples.value(i);
      double size = Math.abs(value);
      // NaN fails the test.
      if (!(size < MOST)) {
        return Optional.empty();
      }
      if (size > 0) {
        long bits = Double.doubleToRawLongBits(value);
        unit = Math.min(unit, exponent(bits) + Long.numberOfTrailingZeros(digits(bits)));
        greatest = Math.max(greatest, size);
      }
    }
    return unit < LEAST_UNIT
        ? Optional.empty()
        : Optional.of(new FixedPoint(samples, Math.min(unit, 0), greatest));
  }

  // A value is its digits times two to the power of its exponent.
  private static int exponent(long bits) {
    return Math.max(1, (int) (bits >>> 52) & 0x7ff) - BIAS;
  }

  private static long digits(long bits) {
    long fraction = bits & FRACTION;
    return (bits >>> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
  }

  /// {@return whether what is lost in rounding by adding up a window is itself never rounded}
  ///
  /// @param size the number of samples in it
  boolean isExact(int size) {
    // Each of so many errors is at most 2^-53 of a sum, which is at most so many times the
    // greatest; twice as much is left for what these bounds were rounded by.
    double most = (double) size * size * greatest * 0x1p-52;
    return most < Math.scalb(1.0, unit + 53);
  }

  /// {@return what a rounded sum of a window lacks}
  ///
  /// @param from the index of the first sample inside; cheap where it is not before the last one
  /// @param to the index after the last sample inside; cheap where it is not before the last one
  /// @param rounded the sum of the window, as added up in its order
  double lost(int from, int to, double rounded) {
    slide(from, to);
    // It is small, so that the lowest bits are all.
    return Math.scalb((double) (low - low(rounded)), unit);
  }

  /// {@return the exact sum of a window, rounded once}
  ///
  /// @param from the index of the first sample inside; cheap where it is not before the last one
  /// @param to the index after the last sample inside; cheap where it is not before the last one
  double sum(int from, int to) {
    slide(from, to);
    long upper = high << 11 | low >>> 53;
    long lower = low & ((1L << 53) - 1);
    return Math.scalb(upper * 0x1p53 + lower, unit);
  }

  private void slide(int from, int to) {
    if (from >= right || from < left || to < right) {
      left = from;
      right = from;
      low = 0;
      high = 0;
    }
    while (right < to) {
      add(samples.value(right++));
    }
    while (left < from) {
      add(-samples.value(left++));
    }
  }

  private void add(double value) {
    if (scale > 0) {
      long whole = (long) (value * scale);
      add(whole, whole >> 63);
    } else {
      add(low(value), high(value));
    }
  }

  private void add(long lower, long upper) {
    low += lower;
    high += upper + (Long.compareUnsigned(low, lower) < 0 ? 1 : 0);
  }

  // The lowest 64 bits of a value as a multiple of the unit.
  private long low(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int shift = exponent(bits) - unit;
    long digits = digits(bits);
    long size = shift < 0 ? digits >>> -shift : shift < 64 ? digits << shift : 0;
    return bits < 0 ? -size : size;
  }

  // The 64 bits above them.
  private long high(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int shift = exponent(bits) - unit;
    long digits = digits(bits);
    long size = shift <= 0 ? 0 : shift < 64 ? digits >>> (64 - shift) : digits << (shift - 64);
    // The complement of 128 bits takes one from above unless those below are zero.
    return bits < 0 ? -size - (low(value) == 0 ? 0 : 1) : size;
  }
}

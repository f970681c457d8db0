package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import java.util.Optional;

/// Running sums of a series whose values are whole numbers and stay below 2^53 in sum, so that no
/// sum of a stretch of them is ever rounded and the order of additions does not matter.
final class WholeSums {
  /// Whole numbers below it are told apart.
  static final double LIMIT = 0x1p53;

  private final long[] before;

  private WholeSums(long[] before) {
    this.before = before;
  }

  /// {@return the sums of a series; empty where some sum could be rounded}
  static Optional<WholeSums> of(Samples samples) {
    return of(samples, LIMIT);
  }

  /// {@return the sums of a series; empty where the sizes of all values come to `limit`}
  static Optional<WholeSums> of(Samples samples, double limit) {
    long[] before = new long[samples.size() + 1];
    double magnitude = 0;
    for (int i = 0; i < samples.size(); i++) {
      double value = samples.value(i);
      magnitude += Math.abs(value);
      // NaN and infinities fail the first test.
      boolean negativeZero = value == 0 && 1 / value < 0;
      if (!(magnitude < limit) || value != Math.rint(value) || negativeZero) {
        return Optional.empty();
      }
      before[i + 1] = before[i] + (long) value;
    }
    return Optional.of(new WholeSums(before));
  }

  /// {@return the sum of the samples of a window}
  double of(Window window) {
    return before[window.to()] - before[window.from()];
  }
}

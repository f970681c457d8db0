package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// Sums with the compensation of Kahan and Neumaier, of several windows of one series at a time.
///
/// Each addition waits for the one before, so the processor does those of four windows in turn.
/// Every window has its own sum, in its own order of operations: the bits are those of
/// [dev.firedrill.engine.operator.KahanSum].
final class InterleavedSums {
  private final Samples samples;
  private final double[] sums;
  private final double[] lost;

  private InterleavedSums(Samples samples, int count) {
    this.samples = samples;
    this.sums = new double[count];
    this.lost = new double[count];
  }

  /// {@return the sums of windows}
  ///
  /// @param from the indexes of the first samples inside
  /// @param to the indexes after the last samples inside
  /// @param count how many windows
  static InterleavedSums of(Samples samples, int[] from, int[] to, int count) {
    InterleavedSums all = new InterleavedSums(samples, count);
    int window = 0;
    for (; window + 4 <= count; window += 4) {
      int shared = Integer.MAX_VALUE;
      for (int lane = window; lane < window + 4; lane++) {
        shared = Math.min(shared, to[lane] - from[lane]);
      }
      all.addFour(from, window, shared);
      for (int lane = window; lane < window + 4; lane++) {
        all.add(lane, from[lane] + shared, to[lane]);
      }
    }
    for (; window < count; window++) {
      all.add(window, from[window], to[window]);
    }
    return all;
  }

  /// {@return the sum of a window without what was lost in rounding}
  double sum(int window) {
    return sums[window];
  }

  /// {@return what was lost in rounding}
  double lost(int window) {
    return lost[window];
  }

  private void addFour(int[] from, int first, int shared) {
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    double lostA = 0;
    double lostB = 0;
    double lostC = 0;
    double lostD = 0;
    int a = from[first];
    int b = from[first + 1];
    int c = from[first + 2];
    int d = from[first + 3];
    for (int i = 0; i < shared; i++) {
      double value = samples.value(a + i);
      double next = sumA + value;
      lostA = lostAfter(lostA, sumA, value, next);
      sumA = next;
      value = samples.value(b + i);
      next = sumB + value;
      lostB = lostAfter(lostB, sumB, value, next);
      sumB = next;
      value = samples.value(c + i);
      next = sumC + value;
      lostC = lostAfter(lostC, sumC, value, next);
      sumC = next;
      value = samples.value(d + i);
      next = sumD + value;
      lostD = lostAfter(lostD, sumD, value, next);
      sumD = next;
    }
    store(first, sumA, lostA);
    store(first + 1, sumB, lostB);
    store(first + 2, sumC, lostC);
    store(first + 3, sumD, lostD);
  }

  private void store(int window, double sum, double compensation) {
    sums[window] = sum;
    lost[window] = compensation;
  }

  private void add(int window, int from, int to) {
    double sum = sums[window];
    double compensation = lost[window];
    for (int i = from; i < to; i++) {
      double value = samples.value(i);
      double next = sum + value;
      compensation = lostAfter(compensation, sum, value, next);
      sum = next;
    }
    store(window, sum, compensation);
  }

  private static double lostAfter(double before, double sum, double value, double next) {
    if (Double.isInfinite(next)) {
      return 0;
    }
    return Math.abs(sum) >= Math.abs(value)
        ? before + ((sum - next) + value)
        : before + ((value - next) + sum);
  }
}

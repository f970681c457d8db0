package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// Sums without compensation, of several windows of one series at a time.
///
/// Each addition waits for the one before, so the processor does those of eight windows in turn.
/// Every window has its own sum, in the order of its samples.
final class PlainSums {
  private static final int LANES = 8;

  private PlainSums() {}

  /// Adds up windows.
  ///
  /// @param from the indexes of the first samples inside
  /// @param to the indexes after the last samples inside
  /// @param count how many windows
  /// @param sums where the sums go
  static void of(Samples samples, int[] from, int[] to, int count, double[] sums) {
    int window = 0;
    for (; window + LANES <= count; window += LANES) {
      int shared = Integer.MAX_VALUE;
      for (int lane = window; lane < window + LANES; lane++) {
        shared = Math.min(shared, to[lane] - from[lane]);
      }
      addEight(samples, from, window, shared, sums);
      for (int lane = window; lane < window + LANES; lane++) {
        sums[lane] = sum(samples, sums[lane], from[lane] + shared, to[lane]);
      }
    }
    for (; window < count; window++) {
      sums[window] = sum(samples, 0, from[window], to[window]);
    }
  }

  private static double sum(Samples samples, double start, int from, int to) {
    double sum = start;
    for (int i = from; i < to; i++) {
      sum += samples.value(i);
    }
    return sum;
  }

  private static void addEight(Samples samples, int[] from, int first, int shared, double[] sums) {
    int a = from[first];
    int b = from[first + 1];
    int c = from[first + 2];
    int d = from[first + 3];
    int e = from[first + 4];
    int f = from[first + 5];
    int g = from[first + 6];
    int h = from[first + 7];
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    double sumE = 0;
    double sumF = 0;
    double sumG = 0;
    double sumH = 0;
    for (int i = 0; i < shared; i++) {
      sumA += samples.value(a + i);
      sumB += samples.value(b + i);
      sumC += samples.value(c + i);
      sumD += samples.value(d + i);
      sumE += samples.value(e + i);
      sumF += samples.value(f + i);
      sumG += samples.value(g + i);
      sumH += samples.value(h + i);
    }
    sums[first] = sumA;
    sums[first + 1] = sumB;
    sums[first + 2] = sumC;
    sums[first + 3] = sumD;
    sums[first + 4] = sumE;
    sums[first + 5] = sumF;
    sums[first + 6] = sumG;
    sums[first + 7] = sumH;
  }
}

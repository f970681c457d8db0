package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.KahanMean;
import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.series.Samples;

/// Functions that go over all samples of each window again, because no running state would have
/// the same bits.
final class EachWindow {
  private static final int LANES = 8;

  private EachWindow() {}

  /// `sum_over_time` of fractions.
  record Sum(Samples samples) implements ManyWindows {
    @Override
    public void apply(int[] from, int[] to, int count, double[] results) {
      InterleavedSums sums = InterleavedSums.of(samples, from, to, count);
      for (int window = 0; window < count; window++) {
        double sum = sums.sum(window);
        results[window] = Double.isInfinite(sum) ? sum : sum + sums.lost(window);
      }
    }
  }

  /// `avg_over_time` of fractions.
  record Average(Samples samples) implements ManyWindows {
    @Override
    public void apply(int[] from, int[] to, int count, double[] results) {
      InterleavedSums sums = InterleavedSums.of(samples, from, to, count);
      for (int window = 0; window < count; window++) {
        double size = to[window] - from[window];
        results[window] =
            Double.isFinite(sums.sum(window))
                ? sums.sum(window) / size + sums.lost(window) / size
                : ofUnbounded(from[window], to[window]);
      }
    }

    // A sum that leaves the range of a double goes on as a mean.
    private double ofUnbounded(int from, int to) {
      KahanMean mean = new KahanMean();
      mean.start(samples.value(from));
      for (int i = from + 1; i < to; i++) {
        mean.add(samples.value(i));
      }
      return mean.mean();
    }
  }

  /// `stdvar_over_time`, and `stddev_over_time` where the root is wanted.
  record Variance(Samples samples, boolean root) implements ManyWindows {
    @Override
    public void apply(int[] from, int[] to, int count, double[] results) {
      for (int window = 0; window < count; window += LANES) {
        several(from, to, window, Math.min(LANES, count - window), results);
      }
    }

    private void several(int[] from, int[] to, int window, int lanes, double[] results) {
      KahanSum[] means = new KahanSum[lanes];
      KahanSum[] squares = new KahanSum[lanes];
      int longest = 0;
      for (int lane = 0; lane < lanes; lane++) {
        means[lane] = new KahanSum();
        squares[lane] = new KahanSum();
        longest = Math.max(longest, to[window + lane] - from[window + lane]);
      }
      for (int i = 0; i < longest; i++) {
        for (int lane = 0; lane < lanes; lane++) {
          int index = from[window + lane] + i;
          if (index < to[window + lane]) {
            add(means[lane], squares[lane], samples.value(index), i + 1);
          }
        }
      }
      for (int lane = 0; lane < lanes; lane++) {
        double variance = squares[lane].total() / (to[window + lane] - from[window + lane]);
        results[window + lane] = root ? Math.sqrt(variance) : variance;
      }
    }

    private static void add(KahanSum mean, KahanSum squares, double value, double count) {
      double delta = value - mean.total();
      mean.add(delta / count);
      squares.add(delta * (value - mean.total()));
    }
  }
}

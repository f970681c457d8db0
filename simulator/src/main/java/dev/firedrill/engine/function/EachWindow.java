package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.KahanMean;
import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.series.Samples;
import java.util.Optional;

/// Functions that go over all samples of each window again, because no running state would have
/// the same bits.
final class EachWindow {
  private static final int LANES = 8;

  private EachWindow() {}

  /// `sum_over_time` of fractions.
  static final class Sum implements ManyWindows {
    private final Samples samples;
    private final Optional<FixedPoint> whole;

    Sum(Samples samples) {
      this.samples = samples;
      this.whole = FixedPoint.of(samples);
    }

    @Override
    public void apply(int[] from, int[] to, int count, double[] results) {
      if (isExact(whole, from, to, count)) {
        FixedPoint exact = whole.orElseThrow();
        for (int window = 0; window < count; window++) {
          results[window] = exact.sum(from[window], to[window]);
        }
        return;
      }
      InterleavedSums sums = InterleavedSums.of(samples, from, to, count);
      for (int window = 0; window < count; window++) {
        double sum = sums.sum(window);
        results[window] = Double.isInfinite(sum) ? sum : sum + sums.lost(window);
      }
    }
  }

  private static boolean isExact(Optional<FixedPoint> whole, int[] from, int[] to, int count) {
    int longest = 0;
    for (int window = 0; window < count; window++) {
      longest = Math.max(longest, to[window] - from[window]);
    }
    return whole.isPresent() && whole.get().isExact(longest);
  }

  /// `avg_over_time` of fractions.
  static final class Average implements ManyWindows {
    private final Samples samples;
    private final Optional<FixedPoint> whole;

    Average(Samples samples) {
      this.samples = samples;
      this.whole = FixedPoint.of(samples);
    }

    @Override
    public void apply(int[] from, int[] to, int count, double[] results) {
      if (isExact(whole, from, to, count)) {
        FixedPoint exact = whole.orElseThrow();
        PlainSums.of(samples, from, to, count, results);
        for (int window = 0; window < count; window++) {
          double size = to[window] - from[window];
          double sum = results[window];
          results[window] = sum / size + exact.lost(from[window], to[window], sum) / size;
        }
        return;
      }
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

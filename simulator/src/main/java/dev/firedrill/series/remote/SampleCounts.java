package dev.firedrill.series.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// How many samples series have: what `count_values("n", count_over_time(…))` gives.
final class SampleCounts implements SeriesSink {
  private static final double HALF_A_CLASS = Math.log(2) / 2;

  private final List<Double> counts = new ArrayList<>();

  /// {@return whether any count is that of samples about so far apart}
  ///
  /// @param length of the time in which they were counted, in milliseconds
  /// @param step milliseconds
  boolean isMet(long length, long step) {
    double usual = (double) length / step;
    return counts.stream()
        .anyMatch(
            count ->
                Math.abs(Math.log(count / usual)) < HALF_A_CLASS
                    || count == Math.floor(usual)
                    || count == Math.floor(usual) + 1);
  }

  @Override
  public void series(Labels labels) {
    counts.add(Double.parseDouble(labels.get("n")));
  }

  @Override
  public void sample(long time, double value) {
    // The label says it.
  }

  @Override
  public void histogram(long time) {
    // There is none.
  }
}

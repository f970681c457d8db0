package dev.firedrill.replay;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far the samples of series are apart.
final class SampleDistances implements SeriesSink {
  // Two samples may be any time apart.
  private static final int FEWEST = 2;

  private final Map<Labels, Long> medians = new HashMap<>();
  private final List<Long> distances = new ArrayList<>();
  private Labels current = Labels.EMPTY;
  private long before = Long.MIN_VALUE;

  /// {@return the median of the distances within each series that has three samples, in
  ///     milliseconds}
  Map<Labels, Long> usualOfEach() {
    endSeries();
    return medians;
  }

  @Override
  public void series(Labels labels) {
    endSeries();
    current = labels;
  }

  private void endSeries() {
    if (distances.size() >= FEWEST) {
      medians.put(current, SampleSteps.median(distances));
    }
    distances.clear();
    before = Long.MIN_VALUE;
  }

  @Override
  public void sample(long time, double value) {
    if (before != Long.MIN_VALUE) {
      distances.add(time - before);
    }
    before = time;
  }

  @Override
  public void histogram(long time) {
    sample(time, 0);
  }
}

package dev.firedrill.replay;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// How far the samples of series are apart.
final class SampleDistances implements SeriesSink {
  private final List<Long> medians = new ArrayList<>();
  private final List<Long> distances = new ArrayList<>();
  private long before = Long.MIN_VALUE;

  /// {@return the median over series of the median within a series, in milliseconds; 0 where no
  ///     series has two samples}
  long usual() {
    endSeries();
    return SampleSteps.median(medians);
  }

  @Override
  public void series(Labels labels) {
    endSeries();
  }

  private void endSeries() {
    if (!distances.isEmpty()) {
      medians.add(SampleSteps.median(distances));
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

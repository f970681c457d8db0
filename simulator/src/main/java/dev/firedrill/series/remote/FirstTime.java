package dev.firedrill.series.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;

/// The first time at which any series of an answer has a sample.
final class FirstTime implements SeriesSink {
  private long time = Long.MAX_VALUE;

  /// {@return epoch milliseconds; [Long#MAX_VALUE] for none}
  long time() {
    return time;
  }

  @Override
  public void series(Labels labels) {
    // All are alike.
  }

  @Override
  public void sample(long at, double value) {
    time = Math.min(time, at);
  }

  @Override
  public void histogram(long at) {
    sample(at, 0);
  }
}

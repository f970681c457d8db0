package dev.firedrill.replay;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.TimeRange;

/// The first and the last time in a stretch of time at which any series of some answers has a
/// sample.
final class SampleTimes implements SeriesSink {
  private final TimeRange range;
  private long first;
  private long last;

  /// Where there is no sample: all of a stretch of time.
  SampleTimes(TimeRange range) {
    this.range = range;
    first = range.last();
    last = range.first();
  }

  /// {@return epoch milliseconds; the end of the range for none}
  long first() {
    return first;
  }

  /// {@return epoch milliseconds; the start of the range for none}
  long last() {
    return last;
  }

  @Override
  public void series(Labels labels) {
    // All are alike.
  }

  @Override
  public void sample(long time, double value) {
    if (range.first() <= time && time <= range.last()) {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }

  @Override
  public void histogram(long time) {
    sample(time, 0);
  }
}

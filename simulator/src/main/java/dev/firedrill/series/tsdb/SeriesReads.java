package dev.firedrill.series.tsdb;

import dev.firedrill.series.Samples;
import dev.firedrill.series.SharedTimes;
import dev.firedrill.series.TaskAhead;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/// Reads series that were found together. They are mostly asked for one after the other, so that
/// while one is decoded another thread decodes the next.
final class SeriesReads {
  // A single chunk is decoded before another thread has begun.
  private static final int WORTHWHILE = 2;

  private final SampleBuffer own;
  private final SampleBuffer ahead;
  private final List<SeriesParts> series = new ArrayList<>();
  private @Nullable Following following;

  /// What is read ahead.
  private record Following(SeriesParts series, TimeRange range, TaskAhead<Samples> task) {}

  SeriesReads() {
    SharedTimes times = new SharedTimes();
    this.own = new SampleBuffer(times);
    this.ahead = new SampleBuffer(times);
  }

  /// Says which series there are.
  ///
  /// @param found in the order in which they are asked for, if all are
  void set(List<SeriesParts> found) {
    series.clear();
    series.addAll(found);
    for (int i = 0; i < found.size(); i++) {
      found.get(i).place(i);
    }
  }

  /// {@return the samples of a series in a stretch of time}
  ///
  /// @throws java.io.UncheckedIOException if a file cannot be read
  synchronized Samples read(SeriesParts wanted, TimeRange range) {
    Following begun = following;
    following = null;
    if (begun != null) {
      // Its buffer is free only when it is done.
      Samples samples = begun.task.result();
      if (begun.series.equals(wanted) && begun.range.equals(range)) {
        return samples;
      }
    }
    begin(wanted.place() + 1, range);
    return wanted.read(range, own);
  }

  private void begin(int place, TimeRange range) {
    if (place < series.size() && series.get(place).chunks(range) >= WORTHWHILE) {
      SeriesParts next = series.get(place);
      TaskAhead<Samples> task =
          new TaskAhead<>(() -> next.read(range, ahead), ForkJoinPool.commonPool());
      following = new Following(next, range, task);
    }
  }
}

package dev.firedrill.series.tsdb;

import dev.firedrill.series.Samples;
import dev.firedrill.series.SharedTimes;
import dev.firedrill.series.TimeRange;
import java.util.Arrays;

/// Where chunks of numbers are decoded to, one behind the other, series after series.
///
/// Series with samples at the same times share them.
final class SampleBuffer {
  private final SharedTimes shared = new SharedTimes();
  private long[] times = new long[1 << 10];
  private double[] values = new double[1 << 10];
  private int size;
  private boolean plain;

  /// Begins a series.
  void clear() {
    size = 0;
    plain = true;
  }

  /// {@return whether the samples since the beginning of the series are all of them}
  boolean isPlain() {
    return plain;
  }

  /// Says that there are samples that cannot come here: others than numbers, or others than in the
  /// order of time.
  void giveUp() {
    plain = false;
  }

  /// Adds a chunk of a series.
  ///
  /// @throws DamagedException if it is damaged; then nothing was added
  void add(SeriesEntry entry, int chunk, int encoding, byte[] bytes, int start, int end)
      throws DamagedException {
    boolean follows = size == 0 || entry.mins()[chunk] > times[size - 1];
    if (encoding != ChunkEncoding.XOR || !follows) {
      giveUp();
    }
    if (!plain) {
      return;
    }
    int count = XorChunk.possibleCount(bytes, start, end);
    reserve(count);
    XorChunk.decode(bytes, start, end, times, values, size);
    entry.check(
        chunk,
        count == 0 ? Long.MAX_VALUE : times[size],
        count == 0 ? Long.MIN_VALUE : times[size + count - 1]);
    size += count;
  }

  /// Adds samples.
  void add(Samples samples) {
    boolean numbers = !samples.mayHoldHistograms() && !samples.mayHaveStarts();
    if (!numbers || (size > 0 && !samples.isEmpty() && samples.time(0) <= times[size - 1])) {
      giveUp();
      return;
    }
    reserve(samples.size());
    for (int i = 0; i < samples.size(); i++) {
      times[size] = samples.time(i);
      values[size++] = samples.value(i);
    }
  }

  private void reserve(int count) {
    if (times.length - size < count) {
      int capacity = Math.max(size + count, times.length * 2);
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
  }

  /// {@return the samples of a stretch of time}
  Samples samples(TimeRange range) {
    int from = place(range.first());
    int to = range.last() == Long.MAX_VALUE ? size : place(range.last() + 1);
    if (from >= to) {
      return new Samples();
    }
    return Samples.of(shared.of(times, from, to), Arrays.copyOfRange(values, from, to));
  }

  private int place(long time) {
    int place = Arrays.binarySearch(times, 0, size, time);
    return place < 0 ? -place - 1 : place;
  }
}

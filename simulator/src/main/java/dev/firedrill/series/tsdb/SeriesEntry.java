package dev.firedrill.series.tsdb;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;

/// What an index says of one series.
///
/// @param labels its label set
/// @param mins epoch milliseconds of the first sample of each of its chunks
/// @param maxs epoch milliseconds of the last sample of each of its chunks
/// @param refs where each chunk is: the index of its file in the upper half, the place in that file
///     in the lower half
@SuppressWarnings("ArrayRecordComponent") // read in loops, never compared
record SeriesEntry(Labels labels, long[] mins, long[] maxs, long[] refs) {
  /// {@return whether a chunk has samples of a stretch of time, or could have some between its
  ///     first
  ///     and its last}
  boolean touches(TimeRange range) {
    int last = refs.length - 1;
    return last >= 0 && mins[0] <= range.last() && maxs[last] >= range.first();
  }

  /// {@return the index of the first chunk that ends within a stretch of time or after it}
  int firstChunk(TimeRange range) {
    int first = 0;
    while (first < refs.length && maxs[first] < range.first()) {
      first++;
    }
    return first;
  }

  /// {@return the index after the last chunk that starts within a stretch of time or before it}
  int chunksEnd(TimeRange range) {
    int end = refs.length;
    while (end > 0 && mins[end - 1] > range.last()) {
      end--;
    }
    return end;
  }

  /// @throws DamagedException if a chunk is not of the time that is said here
  void check(int chunk, long first, long last) throws DamagedException {
    if (first != mins[chunk] || last != maxs[chunk]) {
      throw new DamagedException("the samples are not of the time that the index says");
    }
  }

  /// {@return the samples of a chunk}
  ///
  /// @throws DamagedException if it is damaged, or not of the time that is said here
  Samples decode(int chunk, int encoding, byte[] bytes, int start, int end)
      throws DamagedException {
    Samples samples = ChunkEncoding.decode(encoding, bytes, start, end);
    check(chunk, samples.isEmpty() ? Long.MAX_VALUE : samples.time(0), samples.lastTime());
    return samples;
  }
}

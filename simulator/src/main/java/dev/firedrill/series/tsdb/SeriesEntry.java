package dev.firedrill.series.tsdb;

import dev.firedrill.labels.Labels;
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
}

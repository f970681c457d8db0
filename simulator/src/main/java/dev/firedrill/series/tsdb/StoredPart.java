package dev.firedrill.series.tsdb;

import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.io.IOException;

/// A series as one block has it.
///
/// @param number of the series in the block
/// @param entry what the block's index says of it
record StoredPart(Block block, long number, SeriesEntry entry) {
  /// {@return its samples in a stretch of time}
  Samples samples(TimeRange range) throws IOException {
    return block.samples(number, entry, range);
  }

  /// Adds its samples of a stretch of time, and perhaps some before and after.
  void decode(TimeRange range, SampleBuffer into) throws IOException {
    block.decode(number, entry, range, into);
  }
}

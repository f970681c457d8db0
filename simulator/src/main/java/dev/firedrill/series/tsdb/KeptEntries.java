package dev.firedrill.series.tsdb;

/// How much of what indexes say of series is kept, for all blocks of a folder together: rules read
/// the same series again and again.
final class KeptEntries {
  // 24 bytes each
  private static final int MOST_CHUNKS = 1 << 19;

  private int left = MOST_CHUNKS;

  /// {@return whether there is still room for an entry}
  synchronized boolean take(SeriesEntry entry) {
    // Labels and all weigh as much as a few chunks.
    int weight = entry.refs().length + 8;
    if (left < weight) {
      return false;
    }
    left -= weight;
    return true;
  }
}

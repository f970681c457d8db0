package dev.firedrill.series;

import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// What Prometheus's storage says of counter resets when a native histogram is read back.
///
/// Histograms are kept in chunks, and a chunk of counters holds no reset: all but its first sample
/// are known not to follow one. Where a new chunk starts, nothing is known. Chunks that end because
/// they are full are left out of account.
final class StoredHint {
  private StoredHint() {}

  /// {@return the hint of a histogram that comes after samples of the same series}
  static CounterResetHint of(NativeHistogram histogram, Samples before) {
    if (histogram.hint() == CounterResetHint.GAUGE) {
      return CounterResetHint.GAUGE;
    }
    @Nullable NativeHistogram previous =
        before.isEmpty() ? null : before.histogram(before.size() - 1);
    return previous != null && inSameChunk(previous, histogram)
        ? CounterResetHint.NOT_COUNTER_RESET
        : CounterResetHint.UNKNOWN;
  }

  private static boolean inSameChunk(NativeHistogram previous, NativeHistogram next) {
    return previous.hint() != CounterResetHint.GAUGE
        && next.hint() != CounterResetHint.COUNTER_RESET
        && previous.schema() == next.schema()
        && previous.zeroThreshold() == next.zeroThreshold()
        && previous.customBounds().equals(next.customBounds())
        && !next.withHint(CounterResetHint.UNKNOWN).isResetAfter(previous);
  }
}

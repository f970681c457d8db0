package dev.firedrill.engine.operator;

import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// How many samples Prometheus takes a sample for when it counts what it holds in memory.
final class SampleWeight {
  // Bytes of Go's structures.
  private static final int SAMPLE = 16;
  private static final int HISTOGRAM = 168;
  private static final int ELEMENT = 8;

  private SampleWeight() {}

  /// {@return 1 for a number, more for a histogram}
  /// @param histogram null for a number
  static long of(@Nullable NativeHistogram histogram) {
    if (histogram == null) {
      return 1;
    }
    int elements =
        histogram.positive().spans().size()
            + histogram.positive().size()
            + histogram.negative().spans().size()
            + histogram.negative().size()
            + histogram.customBounds().size();
    return (HISTOGRAM + ELEMENT * (elements + 1L)) / SAMPLE;
  }
}

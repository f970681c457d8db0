package dev.firedrill.promql.series;

import dev.firedrill.histogram.NativeHistogram;

/// What a series has at one step.
public sealed interface SeriesValue {
  /// Nothing, written `_`.
  record Missing() implements SeriesValue {
    /// The only one there need be.
    public static final Missing INSTANCE = new Missing();
  }

  /// A number; `stale` is one with the bits of [dev.firedrill.labels.StaleNaN#STALE_BITS].
  record Sample(double value) implements SeriesValue {}

  /// A native histogram.
  ///
  /// @param hintGiven whether the notation says what is known of a counter reset, even if that is
  ///     nothing
  record HistogramSample(NativeHistogram histogram, boolean hintGiven) implements SeriesValue {}
}

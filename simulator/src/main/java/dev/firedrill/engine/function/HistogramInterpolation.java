package dev.firedrill.engine.function;

import dev.firedrill.histogram.NativeHistogram;

/// What a series of native histograms is worth between two of its samples.
public final class HistogramInterpolation {
  private HistogramInterpolation() {}

  /// {@return the histogram at a share of the way from one sample to the next}
  ///
  /// @param share from 0, the first, to 1, the second
  /// @param counter whether a reset in between is a restart from zero
  /// @throws dev.firedrill.histogram.IncompatibleBucketsException if one has custom bounds and the
  ///     other has not
  public static NativeHistogram between(
      NativeHistogram first, NativeHistogram second, double share, boolean counter) {
    if (counter && second.isResetAfter(first)) {
      return second.times(share);
    }
    return second.minus(first).times(share).plus(first);
  }
}

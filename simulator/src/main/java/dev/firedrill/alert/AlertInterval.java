package dev.firedrill.alert;

import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which an alert instance was in one state.
///
/// @param start the first evaluation in the state, in epoch milliseconds
/// @param end the first evaluation out of it; where the alert is still in it when the evaluations
///     end, the time of the last evaluation
/// @param open whether the alert was still in the state at the last evaluation
/// @param value the value of the expression at the start
/// @param peak the worst value in the stretch: the greatest, or the least where the alert asks for
///     small values; NaN where all were native histograms
/// @param histogram the value at the start where it is a native histogram, else null
/// @param peakHistogram the native histogram with the worst count; null where all are numbers
public record AlertInterval(
    Phase phase,
    long start,
    long end,
    boolean open,
    double value,
    double peak,
    @Nullable NativeHistogram histogram,
    @Nullable NativeHistogram peakHistogram) {
  /// A stretch of time with numbers as values.
  public AlertInterval(Phase phase, long start, long end, boolean open, double value, double peak) {
    this(phase, start, end, open, value, peak, null, null);
  }

  /// The states that are of interest over time.
  public enum Phase {
    PENDING,
    FIRING;

    /// {@return the word used in all output}
    public String word() {
      return this == PENDING ? "pending" : "firing";
    }
  }

  /// {@return how long it was, in milliseconds}
  public long length() {
    return end - start;
  }
}

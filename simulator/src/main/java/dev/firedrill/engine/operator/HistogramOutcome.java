package dev.firedrill.engine.operator;

import dev.firedrill.engine.Annotation;
import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// What comes of a binary operator where a side is a native histogram.
///
/// @param histogram the result of arithmetic or, of a comparison, the left side; null where the
///     operator is not defined for the sides
/// @param holds whether a comparison holds; true for arithmetic
/// @param note what there is to say; null where there is nothing
public record HistogramOutcome(
    @Nullable NativeHistogram histogram, boolean holds, @Nullable Annotation note) {
  static HistogramOutcome of(NativeHistogram histogram) {
    return new HistogramOutcome(histogram, true, null);
  }

  static HistogramOutcome undefined(Annotation note) {
    return new HistogramOutcome(null, false, note);
  }
}

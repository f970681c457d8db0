package dev.firedrill.engine.operator;

import dev.firedrill.engine.Annotations;
import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// A binary operator applied to one pair of elements after the other, numbers or histograms. Of the
/// notes on the pairs of a step only the last counts, as in Prometheus.
final class PairEvaluation {
  private final BinaryKernel kernel;
  private boolean keeps;
  private double number;
  private @Nullable NativeHistogram histogram;
  private final LastNote note = new LastNote();

  PairEvaluation(BinaryKernel kernel) {
    this.kernel = kernel;
  }

  /// Applies the operator; an element is a number where its histogram is null.
  ///
  /// @return whether the operator is defined for the pair
  boolean apply(
      double left,
      @Nullable NativeHistogram leftHistogram,
      double right,
      @Nullable NativeHistogram rightHistogram) {
    histogram = null;
    if (leftHistogram == null && rightHistogram == null && kernel.takesNumbers()) {
      keeps = kernel.keeps(left, right);
      number = kernel.value(left, right, left);
      return true;
    }
    HistogramOutcome outcome =
        kernel.histograms().apply(left, leftHistogram, right, rightHistogram);
    note.take(outcome.note());
    boolean bool = kernel.form() == BinaryKernel.Form.BOOL;
    keeps = bool || outcome.holds();
    number = outcome.holds() ? 1 : 0;
    histogram = bool ? null : outcome.histogram();
    return outcome.histogram() != null;
  }

  /// {@return whether the last pair has a result}
  boolean keeps() {
    return keeps;
  }

  /// Writes the result of the last pair.
  void write(Batch out, int column, int row) {
    NativeHistogram result = histogram;
    if (result == null) {
      out.set(column, row, number);
    } else {
      out.set(column, row, result);
    }
  }

  /// Adds the last note of a step, where there is one.
  void endStep(Annotations annotations) {
    note.endStep(annotations);
  }
}

package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.IncompatibleBucketsException;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.ast.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What a binary operator does where a side is a native histogram.
///
/// @param span the expression to annotate
public record HistogramKernel(BinaryOperator operator, Span span) {
  /// Applies the operator.
  ///
  /// @param leftHistogram null where the left side is the number `left`
  /// @param rightHistogram null where the right side is the number `right`
  public HistogramOutcome apply(
      double left,
      @Nullable NativeHistogram leftHistogram,
      double right,
      @Nullable NativeHistogram rightHistogram) {
    if (leftHistogram != null && rightHistogram != null) {
      return ofTwo(leftHistogram, rightHistogram);
    }
    if (leftHistogram != null) {
      return withNumber(leftHistogram, right);
    }
    return rightHistogram != null && operator == BinaryOperator.MULTIPLY
        ? HistogramOutcome.of(rightHistogram.times(left).compacted())
        : undefined("float", rightHistogram == null ? "float" : "histogram");
  }

  private HistogramOutcome withNumber(NativeHistogram left, double right) {
    return switch (operator) {
      case MULTIPLY -> HistogramOutcome.of(left.times(right).compacted());
      case DIVIDE -> HistogramOutcome.of(left.dividedBy(right).compacted());
      case TRIM_UPPER -> HistogramOutcome.of(left.below(right));
      case TRIM_LOWER -> HistogramOutcome.of(left.above(right));
      default -> undefined("histogram", "float");
    };
  }

  private HistogramOutcome ofTwo(NativeHistogram left, NativeHistogram right) {
    return switch (operator) {
      case ADD -> combined(left, right, "addition");
      case SUBTRACT -> combined(left, right, "subtraction");
      case EQUAL -> new HistogramOutcome(left, left.sameAs(right), null);
      case NOT_EQUAL -> new HistogramOutcome(left, !left.sameAs(right), null);
      default -> undefined("histogram", "histogram");
    };
  }

  private HistogramOutcome combined(NativeHistogram left, NativeHistogram right, String name) {
    if (left.hint().collidesWith(right.hint())) {
      return HistogramOutcome.undefined(HistogramNotes.conflictingResets(name, span));
    }
    try {
      NativeHistogram result =
          operator == BinaryOperator.ADD
              ? left.plus(right)
              : left.minus(right).withHint(CounterResetHint.GAUGE);
      @Nullable Annotation note =
          left.needsReconciling(right) ? HistogramNotes.reconciledBounds(name, span) : null;
      return new HistogramOutcome(result.compacted(), true, note);
    } catch (IncompatibleBucketsException e) {
      return HistogramOutcome.undefined(HistogramNotes.incompatibleLayout(operator.symbol(), span));
    }
  }

  private HistogramOutcome undefined(String left, String right) {
    return HistogramOutcome.undefined(
        HistogramNotes.incompatibleTypes(operator.symbol(), left, right, span));
  }
}

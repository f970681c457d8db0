package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.labels.GoFloat;

/// How the parameter of `topk` and `bottomk` becomes a number of elements.
///
/// @param span the parameter
public record RankParameter(Span span) {
  private static final double TOO_GREAT = 0x1.fffffffffffffp62;

  /// {@return how many elements are wanted: none where the parameter is below 1}
  /// @param series more are never wanted
  /// @throws EvaluationException for NaN and numbers beyond 64 bits
  public int at(double parameter, int series) {
    if (Double.isNaN(parameter)) {
      throw new EvaluationException("Parameter value is NaN", span);
    }
    if (parameter <= Long.MIN_VALUE) {
      throw outOfRange(parameter, "underflows");
    }
    if (parameter >= TOO_GREAT) {
      throw outOfRange(parameter, "overflows");
    }
    return (int) Math.max(0, Math.min((long) parameter, series));
  }

  private EvaluationException outOfRange(double parameter, String how) {
    String text = "Scalar value " + GoFloat.general(parameter) + " " + how + " int64";
    return new EvaluationException(text, span);
  }
}

package dev.firedrill.engine.operator;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.labels.GoFloat;

/// How many elements `topk`, `bottomk` and `limitk` are to keep of each group.
public final class ElementLimit {
  private static final double TOO_GREAT = 0x1.fffffffffffffp62;

  private final StepParameter parameter;

  /// Judges a parameter: where none of its values reaches 1, nothing else matters.
  ///
  /// @throws EvaluationException if a value is NaN or beyond 64 bits
  public ElementLimit(StepParameter parameter) {
    this.parameter = parameter;
    if (parameter.greatest() < 1) {
      return;
    }
    if (parameter.anyNan()) {
      throw new EvaluationException("Parameter value is NaN", parameter.span());
    }
    if (parameter.least() <= Long.MIN_VALUE) {
      throw outOfRange(parameter.least(), "underflows");
    }
    if (parameter.greatest() >= TOO_GREAT) {
      throw outOfRange(parameter.greatest(), "overflows");
    }
  }

  /// {@return the parameter}
  StepParameter parameter() {
    return parameter;
  }

  /// {@return how many elements are wanted at a step: none where the parameter is below 1}
  /// @param series more are never wanted
  int at(int step, int series) {
    return (int) Math.max(0, Math.min((long) parameter.at(step), series));
  }

  private EvaluationException outOfRange(double value, String how) {
    String text = "Scalar value " + GoFloat.general(value) + " " + how + " int64";
    return new EvaluationException(text, parameter.span());
  }
}

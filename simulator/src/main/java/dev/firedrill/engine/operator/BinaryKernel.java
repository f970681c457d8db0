package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.function.GoMath;
import dev.firedrill.promql.ast.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/// What a binary operator does to two elements.
///
/// @param form how the outcome of `function` counts
/// @param function the result of arithmetic with numbers; for comparisons 1 where they hold and 0
///     where not
/// @param histograms what is done where a side is a native histogram
public record BinaryKernel(Form form, DoubleBinaryOperator function, HistogramKernel histograms) {
  /// How the outcome counts.
  public enum Form {
    /// It is the value.
    ARITHMETIC,
    /// It says whether the element stays, with the value it had.
    FILTER,
    /// There is none: the operator is for native histograms only.
    TRIM,
    /// It is the value, 0 or 1.
    BOOL
  }

  /// {@return the kernel of an operator that is not a set operator}
  ///
  /// @param span the expression to annotate
  public static BinaryKernel of(BinaryOperator operator, boolean returnBool, Span span) {
    return new BinaryKernel(
        form(operator, returnBool), function(operator), new HistogramKernel(operator, span));
  }

  private static Form form(BinaryOperator operator, boolean returnBool) {
    return switch (operator.kind()) {
      case ARITHMETIC -> Form.ARITHMETIC;
      case COMPARISON -> returnBool ? Form.BOOL : Form.FILTER;
      case TRIM -> Form.TRIM;
      case SET -> throw new IllegalArgumentException("does not compute: " + operator);
    };
  }

  private static DoubleBinaryOperator function(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> (l, r) -> l + r;
      case SUBTRACT -> (l, r) -> l - r;
      case MULTIPLY -> (l, r) -> l * r;
      case DIVIDE -> (l, r) -> l / r;
      case MODULO -> (l, r) -> l % r;
      case POWER -> GoMath::pow;
      case ATAN2 -> GoMath::atan2;
      case EQUAL -> (l, r) -> l == r ? 1 : 0;
      case NOT_EQUAL -> (l, r) -> l != r ? 1 : 0;
      case LESS -> (l, r) -> l < r ? 1 : 0;
      case LESS_OR_EQUAL -> (l, r) -> l <= r ? 1 : 0;
      case GREATER -> (l, r) -> l > r ? 1 : 0;
      case GREATER_OR_EQUAL -> (l, r) -> l >= r ? 1 : 0;
      case TRIM_UPPER, TRIM_LOWER -> (l, r) -> 0;
      case OR, AND, UNLESS -> throw new IllegalArgumentException("does not compute: " + operator);
    };
  }

  /// {@return whether the metric name goes: it stays where elements are filtered or trimmed}
  public boolean dropsName() {
    return form == Form.ARITHMETIC || form == Form.BOOL;
  }

  /// {@return whether the operator is defined for two numbers}
  public boolean takesNumbers() {
    return form != Form.TRIM;
  }

  /// {@return whether the operator tells whether something holds, by 0 and 1}
  public boolean returnsBool() {
    return form == Form.BOOL;
  }

  /// {@return whether there is a result}
  public boolean keeps(double left, double right) {
    return form != Form.FILTER || function.applyAsDouble(left, right) != 0;
  }

  /// {@return the result where there is one}
  /// @param element the side whose value a filter passes on
  public double value(double left, double right, double element) {
    return form == Form.FILTER ? element : function.applyAsDouble(left, right);
  }
}

package dev.firedrill.engine.operator;

import dev.firedrill.engine.function.GoMath;
import dev.firedrill.promql.ast.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/// What a binary operator does to two numbers.
///
/// @param form how the outcome of `function` counts
/// @param function the result of arithmetic; for comparisons 1 where they hold and 0 where not
public record BinaryKernel(Form form, DoubleBinaryOperator function) {
  /// How the outcome counts.
  public enum Form {
    /// It is the value.
    ARITHMETIC,
    /// It says whether the element stays, with the value it had.
    FILTER,
    /// It is the value, 0 or 1.
    BOOL
  }

  /// {@return the kernel of an operator that is not a set operator}
  public static BinaryKernel of(BinaryOperator operator, boolean returnBool) {
    DoubleBinaryOperator function =
        switch (operator) {
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
          case OR, AND, UNLESS, TRIM_UPPER, TRIM_LOWER ->
              throw new IllegalArgumentException("does not compute: " + operator);
        };
    Form comparison = returnBool ? Form.BOOL : Form.FILTER;
    return new BinaryKernel(operator.isComparison() ? comparison : Form.ARITHMETIC, function);
  }

  /// {@return whether the metric name goes: it stays only where elements are filtered}
  public boolean dropsName() {
    return form != Form.FILTER;
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

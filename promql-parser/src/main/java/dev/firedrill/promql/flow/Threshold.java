package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A filtering comparison of an expression with a number as written.
///
/// @param comparison the whole
/// @param subject what is compared, parentheses taken off
/// @param operator as if the subject stood on the left
/// @param number what it is compared with
public record Threshold(
    Binary comparison, Expr subject, BinaryOperator operator, NumberLiteral number) {

  /// {@return the value compared with}
  public double value() {
    return number.value();
  }

  /// {@return whether larger values pass}
  public boolean isUpper() {
    return operator == BinaryOperator.GREATER || operator == BinaryOperator.GREATER_OR_EQUAL;
  }

  /// {@return whether smaller values pass}
  public boolean isLower() {
    return operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
  }

  /// {@return the threshold that an expression is; empty where it is something else}
  public static Optional<Threshold> of(Expr expr) {
    if (!(ExprWalk.unwrapped(expr) instanceof Binary binary)
        || !binary.operator().isComparison()
        || binary.returnBool()) {
      return Optional.empty();
    }
    Expr left = ExprWalk.unwrapped(binary.left());
    Expr right = ExprWalk.unwrapped(binary.right());
    if (right instanceof NumberLiteral number && !(left instanceof NumberLiteral)) {
      return Optional.of(new Threshold(binary, left, binary.operator(), number));
    }
    if (left instanceof NumberLiteral number && !(right instanceof NumberLiteral)) {
      return Optional.of(
          new Threshold(binary, right, Comparison.mirrored(binary.operator()), number));
    }
    return Optional.empty();
  }

  /// {@return the thresholds that decide whether an expression returns anything: those that it is,
  ///     or that `and`, `or` and the left side of `unless` join}
  public static List<Threshold> deciding(Expr expr) {
    List<Threshold> found = new ArrayList<>();
    collect(expr, found);
    return found;
  }

  private static void collect(Expr expr, List<Threshold> found) {
    Expr rest = ExprWalk.unwrapped(expr);
    // Long chains lean to the left, so the left side is walked and the right side recursed.
    while (rest instanceof Binary binary && binary.operator().isSet()) {
      if (binary.operator() != BinaryOperator.UNLESS) {
        collect(binary.right(), found);
      }
      rest = ExprWalk.unwrapped(binary.left());
    }
    of(rest).ifPresent(found::add);
  }
}

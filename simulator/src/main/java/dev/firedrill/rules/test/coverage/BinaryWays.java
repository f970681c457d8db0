package dev.firedrill.rules.test.coverage;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.walk.ExprWalk;

/// Rewrites an operator between two sides into expressions that tell how it went.
final class BinaryWays {
  private BinaryWays() {}

  /// {@return what is on the left and has something on the right}
  static Expr kept(Binary binary) {
    return with(binary, BinaryOperator.AND, binary.left(), binary.right());
  }

  /// {@return what is on the left and has nothing on the right}
  static Expr left(Binary binary) {
    return with(binary, BinaryOperator.UNLESS, binary.left(), binary.right());
  }

  /// {@return what is on the right and has nothing on the left}
  static Expr right(Binary binary) {
    return with(binary, BinaryOperator.UNLESS, binary.right(), binary.left());
  }

  /// {@return 0 and 1 for all that is compared}
  static Expr answer(Binary binary) {
    return new Binary(
        binary.operator(), true, binary.matching(), binary.left(), binary.right(), binary.span());
  }

  /// {@return what a comparison lets through}
  static Expr filter(Binary binary) {
    return with(binary, binary.operator(), binary.left(), binary.right());
  }

  /// {@return what a comparison does not let through, but for not-a-number}
  static Expr opposite(Binary binary) {
    BinaryOperator operator =
        switch (binary.operator()) {
          case EQUAL -> BinaryOperator.NOT_EQUAL;
          case NOT_EQUAL -> BinaryOperator.EQUAL;
          case LESS -> BinaryOperator.GREATER_OR_EQUAL;
          case LESS_OR_EQUAL -> BinaryOperator.GREATER;
          case GREATER -> BinaryOperator.LESS_OR_EQUAL;
          case GREATER_OR_EQUAL -> BinaryOperator.LESS;
          default -> throw new IllegalArgumentException("no comparison: " + binary.operator());
        };
    return with(binary, operator, binary.left(), binary.right());
  }

  /// {@return whether a side can have more than one value: whether it reads series or the time}
  static boolean varies(Binary binary) {
    for (Expr each : ExprWalk.all(binary)) {
      boolean clock =
          each instanceof Expr.Call call
              && call.arguments().isEmpty()
              && !call.function().name().equals("pi");
      if (clock || each instanceof Expr.InstantSelector) {
        return true;
      }
    }
    return false;
  }

  private static Expr with(Binary binary, BinaryOperator operator, Expr one, Expr other) {
    return new Binary(operator, false, binary.matching(), one, other, binary.span());
  }
}

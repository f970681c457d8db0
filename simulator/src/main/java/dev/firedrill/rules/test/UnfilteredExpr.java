package dev.firedrill.rules.test;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Paren;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;

/// What the condition of an alert is about: `a > 5` -> `a`, `a > 5 and b` -> `a`. It has values
/// when the alert is quiet, too.
final class UnfilteredExpr {
  private UnfilteredExpr() {}

  static Expr of(Expr condition) {
    Expr rest = condition;
    while (true) {
      switch (rest) {
        case Paren paren -> rest = paren.inner();
        case Binary binary when filters(binary) ->
            rest =
                ValueTypes.of(binary.left()) == ValueType.SCALAR ? binary.right() : binary.left();
        default -> {
          return rest;
        }
      }
    }
  }

  private static boolean filters(Binary binary) {
    return binary.operator().isComparison()
        ? !binary.returnBool()
        : binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.UNLESS;
  }
}

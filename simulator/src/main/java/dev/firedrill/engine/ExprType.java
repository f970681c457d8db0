package dev.firedrill.engine;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;

/// The types of expressions that have passed the type check.
final class ExprType {
  private ExprType() {}

  /// {@return what an expression evaluates to}
  static ValueType of(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> ValueType.SCALAR;
      case Expr.StringLiteral string -> ValueType.STRING;
      case Expr.Paren paren -> of(paren.inner());
      case Expr.Unary unary -> of(unary.operand());
      case Expr.Binary binary ->
          of(binary.left()) == ValueType.SCALAR && of(binary.right()) == ValueType.SCALAR
              ? ValueType.SCALAR
              : ValueType.INSTANT_VECTOR;
      case Expr.Aggregation aggregation -> ValueType.INSTANT_VECTOR;
      case Expr.Call call -> call.function().returns();
      case Expr.InstantSelector selector -> ValueType.INSTANT_VECTOR;
      case Expr.RangeSelector selector -> ValueType.RANGE_VECTOR;
      case Expr.Subquery subquery -> ValueType.RANGE_VECTOR;
    };
  }
}

package dev.firedrill.replay;

import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.rules.RuleExpr;

/// Tells which values of an alert's expression are the worst.
final class PeakSide {
  private PeakSide() {}

  /// {@return whether it is the least: where the comparison that lets the value through asks for
  ///     small ones}
  static boolean isLeast(RuleExpr expr) {
    return expr.result() instanceof ParseResult.Parsed parsed && isLeast(parsed.expr());
  }

  private static boolean isLeast(Expr expr) {
    return switch (expr) {
      case Expr.Paren paren -> isLeast(paren.inner());
      case Expr.Binary binary when binary.operator().isSet() -> isLeast(binary.left());
      // With `bool` the value is 1 where it is true, whatever it was before.
      case Expr.Binary binary when binary.returnBool() -> false;
      case Expr.Binary binary -> ofComparison(binary);
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Unary _,
          Expr.Aggregation _,
          Expr.Call _,
          Expr.Selector _ ->
          false;
    };
  }

  private static boolean ofComparison(Expr.Binary binary) {
    boolean scalarFirst = ValueTypes.of(binary.left()) == ValueType.SCALAR;
    boolean below =
        binary.operator() == BinaryOperator.LESS
            || binary.operator() == BinaryOperator.LESS_OR_EQUAL;
    boolean above =
        binary.operator() == BinaryOperator.GREATER
            || binary.operator() == BinaryOperator.GREATER_OR_EQUAL;
    return scalarFirst ? above : below;
  }
}

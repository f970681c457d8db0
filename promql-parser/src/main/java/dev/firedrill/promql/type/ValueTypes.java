package dev.firedrill.promql.type;

import dev.firedrill.promql.ast.Expr;

/// What expressions evaluate to, whether or not they are valid.
public final class ValueTypes {
  private ValueTypes() {}

  /// {@return the type of an expression}
  public static ValueType of(Expr expr) {
    Expr current = expr;
    boolean operand = false;
    while (true) {
      if (current instanceof Expr.Paren p) {
        current = p.inner();
      } else if (current instanceof Expr.Unary u) {
        current = u.operand();
      } else if (current instanceof Expr.Binary b) {
        if (of(b.right()) != ValueType.SCALAR) {
          return ValueType.INSTANT_VECTOR;
        }
        // With a scalar on the right, all depends on the left.
        operand = true;
        current = b.left();
      } else {
        ValueType type = ofLeaf(current);
        return operand ? binary(type, ValueType.SCALAR) : type;
      }
    }
  }

  /// {@return the type of a binary expression over sides of the given types}
  static ValueType binary(ValueType left, ValueType right) {
    return left == ValueType.SCALAR && right == ValueType.SCALAR
        ? ValueType.SCALAR
        : ValueType.INSTANT_VECTOR;
  }

  private static ValueType ofLeaf(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _ -> ValueType.SCALAR;
      case Expr.StringLiteral _ -> ValueType.STRING;
      case Expr.Call c -> c.function().returns();
      case Expr.RangeSelector _, Expr.Subquery _ -> ValueType.RANGE_VECTOR;
      case Expr.Aggregation _, Expr.InstantSelector _ -> ValueType.INSTANT_VECTOR;
      case Expr.Paren _, Expr.Unary _, Expr.Binary _ -> of(expr);
    };
  }
}

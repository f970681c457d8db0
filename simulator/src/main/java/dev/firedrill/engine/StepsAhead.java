package dev.firedrill.engine;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;

/// Tells which expressions are evaluated at all steps as soon as they are planned, whichever steps
/// are asked for.
final class StepsAhead {
  private StepsAhead() {}

  /// {@return whether any part of an expression is evaluated when it is planned}
  static boolean areRead(Expr expr) {
    boolean[] any = {false};
    ExprWalk.forEach(expr, part -> any[0] |= isReadAhead(part));
    return any[0];
  }

  private static boolean isReadAhead(Expr expr) {
    return switch (expr) {
      case Expr.Subquery _ -> true;
      case Expr.Aggregation aggregation ->
          aggregation.operator() == AggregationOperator.COUNT_VALUES
              || (aggregation.parameter() != null
                  && !(aggregation.parameter() instanceof Expr.NumberLiteral));
      // Its factors are read for all steps, and its series are joined as they are at any step.
      case Expr.Call call ->
          call.function().name().equals("double_exponential_smoothing")
              || call.function().name().equals("info");
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.InstantSelector _,
          Expr.RangeSelector _ ->
          false;
    };
  }
}

package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.List;
import java.util.Set;

/// Expressions that let no series go for its value: comparisons have `bool`, `unless` has no right
/// side. What is left of values means nothing then, labels are as they would be.
final class Loosened {
  // What they yield depends on which series there are.
  private static final Set<AggregationOperator> CHOOSING =
      Set.of(
          AggregationOperator.TOPK,
          AggregationOperator.BOTTOMK,
          AggregationOperator.LIMITK,
          AggregationOperator.LIMIT_RATIO,
          AggregationOperator.COUNT_VALUES);

  private Loosened() {}

  /// {@return an expression that yields whatever the expression could, were its values others}
  static Expr of(Expr expr) {
    if (expr instanceof Expr.Aggregation aggregation && CHOOSING.contains(aggregation.operator())) {
      return expr;
    }
    if (expr instanceof Expr.Call call && call.function().name().startsWith("absent")) {
      return expr;
    }
    if (expr instanceof Expr.Binary binary) {
      return of(binary);
    }
    return ExprWalk.withChildren(expr, ExprWalk.children(expr).stream().map(Loosened::of).toList());
  }

  private static Expr of(Expr.Binary binary) {
    Expr left = of(binary.left());
    if (binary.operator() == BinaryOperator.UNLESS) {
      return left;
    }
    List<Expr> parts = List.of(left, of(binary.right()));
    if (ExprWalk.withChildren(binary, parts) instanceof Expr.Binary inner
        && inner.operator().isComparison()
        && ValueTypes.of(inner) == ValueType.INSTANT_VECTOR) {
      return new Expr.Binary(
          inner.operator(), true, inner.matching(), inner.left(), inner.right(), inner.span());
    }
    return ExprWalk.withChildren(binary, parts);
  }
}

package dev.firedrill.lint.check.alert;

import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import org.jspecify.annotations.Nullable;

/// How far back parts of expressions look.
public final class Reach {
  private Reach() {}

  /// {@return how many milliseconds a part looks back, by its range and its offset as written; 0
  ///     for what does not}
  public static long millis(Expr part, RuleExpression expr) {
    return switch (part) {
      case RangeSelector range ->
          millis(range.range()) + millis(range.series().modifiers().offset());
      case Subquery subquery -> millis(subquery.range()) + millis(subquery.modifiers().offset());
      case InstantSelector selector when !(expr.parents().get(selector) instanceof RangeSelector) ->
          millis(selector.modifiers().offset());
      default -> 0;
    };
  }

  private static long millis(@Nullable DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal ? literal.millis() : 0;
  }
}

package dev.firedrill.lint.check.alert;

import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Optional;
import java.util.Set;

/// A range of which a function needs two samples at least: that of `rate` and its kin.
///
/// @param range the whole selector
/// @param length as written
public record RateRange(RangeSelector range, DurationExpr.Literal length) {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "rate",
          "irate",
          "increase",
          "delta",
          "idelta",
          "deriv",
          "predict_linear",
          "changes",
          "resets");

  /// {@return the range of a call to such a function; empty where a part is none}
  public static Optional<RateRange> of(Expr part) {
    if (part instanceof Call call
        && FUNCTIONS.contains(call.function().name())
        && ExprWalk.unwrapped(call.arguments().getFirst()) instanceof RangeSelector range
        && range.range() instanceof DurationExpr.Literal length
        && range.series().modifiers().edges() == Modifiers.Edges.PLAIN) {
      return Optional.of(new RateRange(range, length));
    }
    return Optional.empty();
  }
}

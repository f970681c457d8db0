package dev.firedrill.rules.test.coverage;

import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells whether an expression depends on where its query starts and ends and on its step, so that
/// many instants cannot be evaluated as one range.
final class QueryBounds {
  private static final Set<String> FUNCTIONS = Set.of("start", "end", "step", "range");

  private QueryBounds() {}

  static boolean matter(Expr expr) {
    for (Expr each : ExprWalk.all(expr)) {
      boolean bound =
          switch (each) {
            case Expr.InstantSelector s -> bound(s.modifiers());
            case Expr.RangeSelector r -> bound(r.range());
            case Expr.Subquery s -> bound(s.modifiers()) || bound(s.range()) || bound(s.step());
            case Expr.Call c -> FUNCTIONS.contains(c.function().name());
            case Expr.NumberLiteral _,
                Expr.StringLiteral _,
                Expr.Paren _,
                Expr.Unary _,
                Expr.Binary _,
                Expr.Aggregation _ ->
                false;
          };
      if (bound) {
        return true;
      }
    }
    return false;
  }

  private static boolean bound(Modifiers modifiers) {
    Modifiers.At at = modifiers.at();
    return at instanceof Modifiers.At.Start
        || at instanceof Modifiers.At.End
        || bound(modifiers.offset());
  }

  private static boolean bound(@Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> false;
      case DurationExpr.Literal _ -> false;
      case DurationExpr.Step _, DurationExpr.Range _ -> true;
      case DurationExpr.Operation o -> bound(o.left()) || bound(o.right());
    };
  }
}

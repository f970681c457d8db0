package dev.firedrill.engine.script;

import dev.firedrill.engine.StepInvariance;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives every selector of an expression the `@` modifier, so that it is the same at any time.
final class PinnedExpression {
  private static final Set<String> QUERY_FUNCTIONS = Set.of("start", "end", "range", "step");

  private PinnedExpression() {}

  /// {@return whether all that the expression reads can be pinned}
  static boolean possible(Expr expr) {
    for (Expr each : ExprWalk.all(expr)) {
      if (!possibleHere(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean possibleHere(Expr expr) {
    return switch (expr) {
      case Expr.InstantSelector selector -> selector.modifiers().at() == null;
      case Expr.Subquery subquery -> subquery.modifiers().at() == null;
      case Expr.Call call -> !StepInvariance.readsStep(call.function().name());
      case Expr.StringLiteral _ -> true;
      case Expr.NumberLiteral _ -> true;
      case Expr.Paren _ -> true;
      case Expr.Unary _ -> true;
      case Expr.Binary _ -> true;
      case Expr.Aggregation _ -> true;
      case Expr.RangeSelector _ -> true;
    };
  }

  /// {@return whether the expression asks for the start, end, range or step of the query, and so
  ///     is another one in a range query}
  static boolean asksForQuery(Expr expr) {
    for (Expr each : ExprWalk.all(expr)) {
      boolean asks =
          switch (each) {
            case Expr.Call call -> QUERY_FUNCTIONS.contains(call.function().name());
            case Expr.InstantSelector selector -> asksForQuery(selector.modifiers().offset());
            case Expr.RangeSelector selector -> asksForQuery(selector.range());
            case Expr.Subquery subquery ->
                asksForQuery(subquery.range())
                    || asksForQuery(subquery.step())
                    || asksForQuery(subquery.modifiers().offset());
            case Expr.StringLiteral _ -> false;
            case Expr.NumberLiteral _ -> false;
            case Expr.Paren _ -> false;
            case Expr.Unary _ -> false;
            case Expr.Binary _ -> false;
            case Expr.Aggregation _ -> false;
          };
      if (asks) {
        return true;
      }
    }
    return false;
  }

  private static boolean asksForQuery(@Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> false;
      case DurationExpr.Literal _ -> false;
      case DurationExpr.Step _ -> true;
      case DurationExpr.Range _ -> true;
      case DurationExpr.Operation operation ->
          asksForQuery(operation.left()) || asksForQuery(operation.right());
    };
  }

  /// {@return the text of the expression with a time at each selector}
  /// @param time epoch milliseconds
  static String pin(String text, Expr expr, long time) {
    List<Integer> places = new ArrayList<>();
    collect(expr, places);
    places.sort(null);
    StringBuilder pinned = new StringBuilder(text);
    for (int place : places.reversed()) {
      pinned.insert(place, " @ " + GoFloat.plain(time / 1000.0));
    }
    return pinned.toString();
  }

  // What a subquery reads goes by the time of the subquery. The labels that info() takes have none.
  private static void collect(Expr expr, List<Integer> places) {
    if (expr instanceof Expr.InstantSelector selector && selector.trusted()) {
      return;
    }
    if (expr instanceof Expr.Selector selector) {
      places.add(selector.span().end());
      return;
    }
    ExprWalk.children(expr).forEach(child -> collect(child, places));
  }
}

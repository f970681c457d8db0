package dev.firedrill.engine;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Finds the modifiers that say when the first selector of an expression is read.
final class FirstSelector {
  private final Deque<Modifiers> path = new ArrayDeque<>();

  private FirstSelector() {}

  /// {@return the modifiers of the first selector and of the subqueries around it, its own first;
  ///     none where there is no selector}
  static List<Modifiers> modifiers(Expr expr) {
    FirstSelector search = new FirstSelector();
    search.find(expr);
    return new ArrayList<>(search.path);
  }

  private boolean find(Expr expr) {
    return switch (expr) {
      case Expr.InstantSelector selector -> enter(selector.modifiers());
      case Expr.Subquery subquery -> {
        enter(subquery.modifiers());
        boolean found = find(subquery.inner());
        if (!found) {
          path.pop();
        }
        yield found;
      }
      // Prometheus looks at what is aggregated before it looks at the parameter.
      case Expr.Aggregation aggregation -> findAny(ExprWalk.children(aggregation).reversed());
      case Expr.NumberLiteral _ -> false;
      case Expr.StringLiteral _ -> false;
      case Expr.Paren paren -> find(paren.inner());
      case Expr.Unary unary -> find(unary.operand());
      case Expr.Binary binary -> findAny(ExprWalk.children(binary));
      case Expr.Call call -> findAny(call.arguments());
      case Expr.RangeSelector selector -> find(selector.series());
    };
  }

  private boolean enter(Modifiers modifiers) {
    path.push(modifiers);
    return true;
  }

  private boolean findAny(List<Expr> parts) {
    for (Expr part : parts) {
      if (find(part)) {
        return true;
      }
    }
    return false;
  }
}

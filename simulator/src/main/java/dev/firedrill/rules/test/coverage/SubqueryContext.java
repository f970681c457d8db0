package dev.firedrill.rules.test.coverage;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.type.Functions;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.IdentityHashMap;
import java.util.List;

/// Evaluates parts of an expression when the expression does: what stands in a subquery is asked at
/// the steps of that subquery.
final class SubqueryContext {
  private final IdentityHashMap<Expr, Expr> parents;

  SubqueryContext(Expr root) {
    parents = ExprWalk.parents(root);
  }

  /// {@return a question about a part, put at the times at which that part is evaluated}
  ///
  /// @param part a part of the root
  /// @param asked what is to be evaluated then
  /// @param function what makes one answer of those at the steps of a subquery
  Expr around(Expr part, Expr asked, String function) {
    Expr question = asked;
    for (Expr above = parents.get(part); above != null; above = parents.get(above)) {
      if (above instanceof Subquery s) {
        Expr inner =
            ValueTypes.of(question) == ValueType.SCALAR ? call("vector", question) : question;
        Expr steps = new Subquery(inner, s.range(), s.step(), s.modifiers(), s.span());
        question = call(function, steps);
      }
    }
    return question;
  }

  /// {@return a call of a function with one argument}
  static Expr call(String function, Expr argument) {
    return new Expr.Call(
        Functions.find(function).orElseThrow(), List.of(argument), argument.span());
  }
}

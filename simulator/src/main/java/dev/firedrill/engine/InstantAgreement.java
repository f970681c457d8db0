package dev.firedrill.engine;

import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells which expressions mean the same in a query over a range as in an instant query at each of
/// its steps.
final class InstantAgreement {
  // These look at the range itself, or order an instant vector only.
  private static final Set<String> OF_THE_QUERY =
      Set.of(
          "end",
          "info",
          "range",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "start",
          "step");

  private InstantAgreement() {}

  /// {@return whether no part of an expression refers to the query as a whole}
  static boolean holds(Expr expr) {
    boolean[] holds = {true};
    ExprWalk.forEach(expr, part -> holds[0] &= holdsAlone(part));
    return holds[0];
  }

  private static boolean holdsAlone(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, Expr.Paren _, Expr.Unary _, Expr.Binary _ ->
          true;
      case Expr.Aggregation aggregation -> isOfEachStep(aggregation);
      case Expr.Call call -> !OF_THE_QUERY.contains(call.function().name());
      case Expr.InstantSelector selector -> isPlain(selector.modifiers());
      case Expr.RangeSelector selector -> isFixed(selector.range());
      case Expr.Subquery subquery ->
          isPlain(subquery.modifiers()) && isFixed(subquery.range()) && isFixed(subquery.step());
    };
  }

  // Over a range, what is the same at all steps is aggregated once, whatever the parameter is
  // later.
  private static boolean isOfEachStep(Expr.Aggregation aggregation) {
    Expr parameter = aggregation.parameter();
    return parameter == null
        || StepInvariance.holds(parameter)
        || !StepInvariance.holds(aggregation.operand());
  }

  private static boolean isPlain(Modifiers modifiers) {
    return modifiers.at() == null && isFixed(modifiers.offset());
  }

  private static boolean isFixed(@Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> true;
      case DurationExpr.Literal _ -> true;
      case DurationExpr.Step _, DurationExpr.Range _ -> false;
      case DurationExpr.Operation operation ->
          isFixed(operation.left()) && isFixed(operation.right());
    };
  }
}

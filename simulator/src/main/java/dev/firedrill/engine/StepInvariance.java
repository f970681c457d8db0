package dev.firedrill.engine;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import java.util.List;
import java.util.Set;

/// Tells which expressions do not depend on the step, because all they read is fixed by `@`.
public final class StepInvariance {
  // These look at the step itself.
  private static final Set<String> OF_THE_STEP =
      Set.of(
          "days_in_month",
          "day_of_month",
          "day_of_week",
          "day_of_year",
          "end",
          "hour",
          "minute",
          "month",
          "year",
          "predict_linear",
          "range",
          "start",
          "step",
          "time",
          "timestamp");

  private StepInvariance() {}

  /// {@return whether a function looks at the time of the step itself}
  public static boolean readsStep(String function) {
    return OF_THE_STEP.contains(function);
  }

  /// {@return whether the value is the same at every step}
  static boolean holds(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> true;
      case Expr.StringLiteral string -> true;
      case Expr.Paren paren -> holds(paren.inner());
      case Expr.Unary unary -> holds(unary.operand());
      case Expr.Binary binary -> holds(binary.left()) && holds(binary.right());
      case Expr.Aggregation aggregation -> holds(aggregation.operand());
      case Expr.Call call -> holds(call);
      case Expr.InstantSelector selector -> isFixed(selector.modifiers());
      case Expr.RangeSelector selector -> isFixed(selector.series().modifiers());
      case Expr.Subquery subquery -> isFixed(subquery.modifiers());
    };
  }

  /// {@return whether it pays to evaluate this once: it is the same at every step, and not so cheap
  ///     as a literal}
  static boolean worthIt(Expr expr) {
    boolean literal = expr instanceof Expr.NumberLiteral || expr instanceof Expr.StringLiteral;
    return !literal && holds(expr);
  }

  private static boolean holds(Expr.Call call) {
    if (OF_THE_STEP.contains(call.function().name())) {
      return call.function().name().equals("timestamp") && isFixedSelector(call.arguments());
    }
    return call.arguments().stream().allMatch(StepInvariance::holds);
  }

  private static boolean isFixedSelector(List<Expr> arguments) {
    return arguments.getFirst() instanceof Expr.InstantSelector selector
        && isFixed(selector.modifiers());
  }

  private static boolean isFixed(Modifiers modifiers) {
    return modifiers.at() != null;
  }
}

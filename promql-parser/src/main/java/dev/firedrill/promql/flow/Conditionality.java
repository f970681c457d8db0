package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Expr.Paren;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.StringLiteral;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.ast.Expr.Unary;
import java.util.function.Predicate;

/// Decides whether an expression returns something or nothing depending on values, so that an alert
/// on it can be both firing and quiet while its series are there.
///
/// A comparison filters, and so do `and` and `unless`; most of what is around them passes the
/// emptiness on. `bool` comparisons and `scalar()` do not: they always answer.
public final class Conditionality {
  private final Predicate<InstantSelector> conditional;

  /// Decides with knowledge of stored series.
  ///
  /// @param conditional whether the series of a selector come and go by themselves, as those of a
  ///     recording rule that filters do
  public Conditionality(Predicate<InstantSelector> conditional) {
    this.conditional = conditional;
  }

  /// {@return whether the expression is empty for some values of its series}
  public boolean isConditional(Expr expr) {
    Expr rest = expr;
    while (true) {
      switch (rest) {
        case NumberLiteral _, StringLiteral _ -> {
          return false;
        }
        case InstantSelector selector -> {
          return conditional.test(selector);
        }
        case RangeSelector selector -> {
          return conditional.test(selector.series());
        }
        case Paren paren -> rest = paren.inner();
        case Unary unary -> rest = unary.operand();
        case Subquery subquery -> rest = subquery.inner();
        case Aggregation aggregation -> {
          if (picksNone(aggregation)) {
            return true;
          }
          rest = aggregation.operand();
        }
        case Call call -> {
          return isConditional(call);
        }
        // Long chains lean to the left, so the left side is walked and the right side recursed.
        case Binary binary -> {
          if (filters(binary)) {
            return true;
          }
          boolean right = isConditional(binary.right());
          if (binary.operator() == BinaryOperator.OR ? !right : right) {
            return right;
          }
          rest = binary.left();
        }
      }
    }
  }

  private static boolean filters(Binary binary) {
    return switch (binary.operator().kind()) {
      case COMPARISON -> !binary.returnBool();
      case SET -> binary.operator() != BinaryOperator.OR;
      case ARITHMETIC, TRIM -> false;
    };
  }

  private static boolean picksNone(Aggregation aggregation) {
    return aggregation.operator() == AggregationOperator.LIMIT_RATIO;
  }

  private boolean isConditional(Call call) {
    return switch (call.function().name()) {
      case "absent", "absent_over_time" -> true;
      case "scalar", "vector", "time" -> false;
      default -> call.arguments().stream().anyMatch(this::isConditional);
    };
  }
}

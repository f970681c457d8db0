package dev.firedrill.replay.sweep;

import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.List;

/// The number of a rule's expression that can be chosen by the values that are compared with it.
///
/// @param comparison the first that has to hold and asks for more or less than a number
/// @param key of the number, as in a setting that is varied: `0.9`, `0.9#2`
public record SuggestedThreshold(Condition.Comparison comparison, String key) {
  /// {@return the threshold of a rule}
  /// @throws SweepException if it has none
  public static SuggestedThreshold of(AlertingRule rule) {
    if (!(rule.expr().result() instanceof ParseResult.Parsed parsed)) {
      throw new IllegalArgumentException("the expression was rejected: " + rule.name().value());
    }
    List<String> equalities = new ArrayList<>();
    for (Condition.Comparison comparison : Condition.of(parsed.expr()).deciding()) {
      Expr threshold = ExprWalk.unwrapped(comparison.threshold());
      if (!(threshold instanceof Expr.NumberLiteral)) {
        continue;
      }
      if (isOrdered(comparison.operator())) {
        return new SuggestedThreshold(comparison, AxisReader.key(rule, threshold.span()));
      }
      String where = ExprPlaces.of(rule.expr()).where(comparison.expr().span());
      equalities.add(comparison.operator().symbol() + " at " + where);
    }
    throw new SweepException(
        equalities.isEmpty()
            ? "--suggest: the expression has no comparison of a value with a number that has to"
                + " hold, as x > 0.9"
            : "--suggest: values are compared with a number only by "
                + String.join(", ", equalities)
                + ": thresholds to choose are those of >, >=, < and <=");
  }

  private static boolean isOrdered(BinaryOperator operator) {
    return operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL;
  }

  /// {@return whether the alert asks for great values}
  boolean asksForGreat() {
    return comparison.operator() == BinaryOperator.GREATER
        || comparison.operator() == BinaryOperator.GREATER_OR_EQUAL;
  }
}

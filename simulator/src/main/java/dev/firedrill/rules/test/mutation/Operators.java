package dev.firedrill.rules.test.mutation;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Which operators are put in place of which: always one that binds as strongly.
final class Operators {
  private Operators() {}

  /// {@return the comparison that differs where both sides are equal; null for equality itself}
  static @Nullable BinaryOperator boundary(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.LESS_OR_EQUAL;
      case LESS_OR_EQUAL -> BinaryOperator.LESS;
      case GREATER -> BinaryOperator.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER;
      default -> null;
    };
  }

  /// {@return the comparison that holds where another does not}
  static BinaryOperator opposite(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL -> BinaryOperator.NOT_EQUAL;
      case NOT_EQUAL -> BinaryOperator.EQUAL;
      case LESS -> BinaryOperator.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> BinaryOperator.GREATER;
      case GREATER -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> BinaryOperator.LESS;
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  /// {@return the arithmetic operator that undoes another; null where there is none}
  static @Nullable BinaryOperator inverse(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> BinaryOperator.SUBTRACT;
      case SUBTRACT -> BinaryOperator.ADD;
      case MULTIPLY -> BinaryOperator.DIVIDE;
      case DIVIDE -> BinaryOperator.MULTIPLY;
      default -> null;
    };
  }

  /// {@return an aggregation that is easily mistaken for another; null where there is none}
  static @Nullable AggregationOperator other(AggregationOperator operator) {
    return switch (operator) {
      case SUM -> AggregationOperator.AVG;
      case AVG -> AggregationOperator.SUM;
      case MIN -> AggregationOperator.MAX;
      case MAX -> AggregationOperator.MIN;
      case TOPK -> AggregationOperator.BOTTOMK;
      case BOTTOMK -> AggregationOperator.TOPK;
      default -> null;
    };
  }
}

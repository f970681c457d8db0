package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr.Binary;

/// What is known of a comparison before there are values.
public final class Comparison {
  private Comparison() {}

  /// How a comparison comes out.
  public enum Outcome {
    /// True for each pair of values, NaN aside.
    ALWAYS_TRUE,
    /// True for no pair of values.
    ALWAYS_FALSE,
    /// It depends.
    OPEN
  }

  /// {@return how a comparison of values within known bounds comes out}
  public static Outcome outcome(Binary comparison, Facts left, Facts right) {
    ValueRange one = left.range();
    ValueRange other = right.range();
    if (one.isEmpty() || other.isEmpty()) {
      return Outcome.OPEN;
    }
    return switch (comparison.operator()) {
      case EQUAL -> equal(one, other);
      case NOT_EQUAL -> negated(equal(one, other));
      case LESS -> less(one, other, false);
      case LESS_OR_EQUAL -> less(one, other, true);
      case GREATER -> less(other, one, false);
      case GREATER_OR_EQUAL -> less(other, one, true);
      default -> Outcome.OPEN;
    };
  }

  private static Outcome equal(ValueRange one, ValueRange other) {
    if (!one.meets(other)) {
      return Outcome.ALWAYS_FALSE;
    }
    boolean same = one.isConstant() && other.isConstant() && one.min() == other.min();
    return same ? Outcome.ALWAYS_TRUE : Outcome.OPEN;
  }

  private static Outcome negated(Outcome outcome) {
    return switch (outcome) {
      case ALWAYS_TRUE -> Outcome.ALWAYS_FALSE;
      case ALWAYS_FALSE -> Outcome.ALWAYS_TRUE;
      case OPEN -> Outcome.OPEN;
    };
  }

  // A bound at infinity says that nothing is known, not that infinity is reached.
  private static Outcome less(ValueRange one, ValueRange other, boolean orEqual) {
    if (orEqual ? one.max() <= other.min() : one.max() < other.min()) {
      return Double.isInfinite(one.max()) ? Outcome.OPEN : Outcome.ALWAYS_TRUE;
    }
    if (orEqual ? one.min() > other.max() : one.min() >= other.max()) {
      return Double.isInfinite(one.min()) ? Outcome.OPEN : Outcome.ALWAYS_FALSE;
    }
    return Outcome.OPEN;
  }

  /// {@return the bounds of what a comparison keeps}
  static ValueRange narrowed(Binary comparison, Facts left, Facts right) {
    if (right.range().isConstant()) {
      return left.range().and(ValueRange.satisfying(comparison.operator(), right.range().min()));
    }
    if (left.isScalar() && left.range().isConstant()) {
      return right
          .range()
          .and(ValueRange.satisfying(mirrored(comparison.operator()), left.range().min()));
    }
    return left.isScalar() ? right.range() : left.range();
  }

  /// {@return the comparison that says the same with its sides swapped}
  public static BinaryOperator mirrored(BinaryOperator comparison) {
    return switch (comparison) {
      case LESS -> BinaryOperator.GREATER;
      case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case GREATER -> BinaryOperator.LESS;
      case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      default -> comparison;
    };
  }
}

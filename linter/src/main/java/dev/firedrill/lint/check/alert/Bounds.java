package dev.firedrill.lint.check.alert;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.ValueRange;
import dev.firedrill.promql.walk.ExprWalk;

/// Says within which bounds the two sides of a comparison lie.
final class Bounds {
  private Bounds() {}

  /// {@return the bounds of the sides in words}
  static String words(Expr left, Facts leftFacts, Expr right, Facts rightFacts) {
    if (ExprWalk.unwrapped(right) instanceof NumberLiteral) {
      return "the left side " + words(leftFacts.range());
    }
    if (ExprWalk.unwrapped(left) instanceof NumberLiteral) {
      return "the right side " + words(rightFacts.range());
    }
    return "the left side "
        + words(leftFacts.range())
        + ", the right side "
        + words(rightFacts.range());
  }

  private static String words(ValueRange range) {
    if (range.isConstant()) {
      return "is always " + number(range.min());
    }
    if (Double.isInfinite(range.max())) {
      return "is at least " + number(range.min());
    }
    if (Double.isInfinite(range.min())) {
      return "is at most " + number(range.max());
    }
    return "lies between " + number(range.min()) + " and " + number(range.max());
  }

  // Bounds that a strict comparison left are next to round numbers.
  private static String number(double value) {
    double rounded = Math.rint(value * 1e6) / 1e6;
    boolean near = Math.abs(value - rounded) <= 2 * Math.ulp(value);
    return GoFloat.general(near ? rounded : value);
  }
}

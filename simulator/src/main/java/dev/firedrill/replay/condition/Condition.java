package dev.firedrill.replay.condition;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/// What the expression of an alert asks for, as a tree: comparisons at the leaves, joined by `and`,
/// `or` and `unless`.
public sealed interface Condition {
  /// {@return the part of the alert's expression that says it}
  Expr expr();

  /// A watched value is compared with a threshold.
  ///
  /// @param expr the comparison as written
  /// @param watched what is compared, which has values also while the alert is quiet
  /// @param operator as if the watched value stood on the left: `0.9 < x` asks for `x > 0.9`
  /// @param threshold what it is compared with: a scalar, or a vector whose series are matched
  /// @param swapped whether the threshold stands on the left
  /// @param link which labels of the watched series the alert has
  record Comparison(
      Expr.Binary expr,
      Expr watched,
      BinaryOperator operator,
      Expr threshold,
      boolean swapped,
      LabelLink link)
      implements Condition {
    /// {@return whether a value passes; NaN passes only `!=`, as in Prometheus}
    public boolean holds(double value, double limit) {
      return switch (operator) {
        case EQUAL -> value == limit;
        case NOT_EQUAL -> value != limit;
        case LESS -> value < limit;
        case LESS_OR_EQUAL -> value <= limit;
        case GREATER -> value > limit;
        case GREATER_OR_EQUAL -> value >= limit;
        default -> throw new IllegalStateException("no comparison: " + operator);
      };
    }

    /// {@return how far a value is from passing: 0 where it passes, or is the threshold itself,
    ///     else
    ///     the distance to the threshold; infinite where one of them is NaN}
    public double distance(double value, double limit) {
      // Infinities are no distance apart, though their difference is not a number.
      if (holds(value, limit) || value == limit) {
        return 0;
      }
      double distance = Math.abs(value - limit);
      return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
  }

  /// All parts have to hold: `and`, or vectors joined by arithmetic. The alert's labels and value
  /// are those of the first.
  record All(Expr expr, List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// One of the parts has to hold: `or`.
  record Any(Expr expr, List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// One part has to hold and the other must not: `unless`.
  record Except(Expr expr, Condition kept, Condition excluded) implements Condition {}

  /// Something has to have no value: `absent` and `absent_over_time`.
  ///
  /// @param watched what must have none, as an instant vector
  record Absence(Expr expr, Expr watched) implements Condition {}

  /// It suffices that there is a value, whatever it is.
  ///
  /// @param link which labels of its series the alert has
  record Presence(Expr expr, LabelLink link) implements Condition {}

  /// {@return what an expression asks for}
  static Condition of(Expr expr) {
    return ConditionReader.read(expr, LabelLink.ALL);
  }

  /// {@return all comparisons on which it depends, in the order of the text, those on the right of
  ///     `unless` among them}
  default List<Comparison> comparisons() {
    List<Comparison> found = new ArrayList<>();
    collect(this, true, found);
    return found;
  }

  /// {@return the comparisons that have to hold, or one of which has to, so that there is an alert:
  ///     those that are not on the right of `unless`}
  default List<Comparison> deciding() {
    List<Comparison> found = new ArrayList<>();
    collect(this, false, found);
    return found;
  }

  /// {@return what has to be absent, or one of which has to, so that there is an alert}
  default List<Absence> absences() {
    List<Absence> found = new ArrayList<>();
    collectAbsences(this, found);
    return found;
  }

  private static void collectAbsences(Condition condition, List<Absence> into) {
    switch (condition) {
      case Absence absence -> into.add(absence);
      case All all -> all.parts().forEach(part -> collectAbsences(part, into));
      case Any any -> any.parts().forEach(part -> collectAbsences(part, into));
      case Except except -> collectAbsences(except.kept(), into);
      case Comparison _, Presence _ -> {}
    }
  }

  private static void collect(Condition condition, boolean excluded, List<Comparison> into) {
    switch (condition) {
      case Comparison comparison -> into.add(comparison);
      case All all -> all.parts().forEach(part -> collect(part, excluded, into));
      case Any any -> any.parts().forEach(part -> collect(part, excluded, into));
      case Except except -> {
        collect(except.kept(), excluded, into);
        if (excluded) {
          collect(except.excluded(), true, into);
        }
      }
      case Absence _, Presence _ -> {}
    }
  }
}

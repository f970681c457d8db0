package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;

/// Finds conditions on one expression that exclude each other, as in `x > 5 and x < 3`.
final class Contradictions {
  // Beyond that, nobody wrote it by hand.
  private static final int MAX_CONDITIONS = 8;

  private Contradictions() {}

  /// A comparison of an expression with a number.
  private record Condition(Expr subject, ValueRange range) {}

  /// {@return whether an `and` over all labels joins conditions that exclude each other}
  static boolean excludes(Binary and) {
    if (and.matching().compared() != Compared.ALL) {
      return false;
    }
    List<Condition> right = conditions(and.right());
    if (right.isEmpty()) {
      return false;
    }
    for (Condition one : conditions(and.left())) {
      for (Condition other : right) {
        if (!one.range.meets(other.range)
            && Printer.print(one.subject).equals(Printer.print(other.subject))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Condition> conditions(Expr expr) {
    List<Condition> found = new ArrayList<>();
    Expr rest = expr;
    while (found.size() < MAX_CONDITIONS) {
      rest = ExprWalk.unwrapped(rest);
      if (!(rest instanceof Binary binary)) {
        return found;
      }
      if (binary.operator() == BinaryOperator.AND && binary.matching().compared() == Compared.ALL) {
        found.addAll(conditions(binary.right()));
      } else {
        add(binary, found);
        return found;
      }
      rest = binary.left();
    }
    return found;
  }

  private static void add(Binary binary, List<Condition> found) {
    if (!binary.operator().isComparison() || binary.returnBool()) {
      return;
    }
    if (binary.right() instanceof NumberLiteral number) {
      found.add(
          new Condition(
              ExprWalk.unwrapped(binary.left()),
              ValueRange.satisfying(binary.operator(), number.value())));
    } else if (binary.left() instanceof NumberLiteral number) {
      BinaryOperator mirrored = Comparison.mirrored(binary.operator());
      found.add(
          new Condition(
              ExprWalk.unwrapped(binary.right()), ValueRange.satisfying(mirrored, number.value())));
    }
  }
}

package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.Rule;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to blame for an expression that yields nothing, or fails.
///
/// @param part where in the expression it happened
/// @param record of which rule that is the expression, where the alert reads what it writes; null
///     where it is the alert's own
public record Blamed(ExplainedExpr part, Finding finding, @Nullable Rule record) {
  /// {@return what left nothing of an expression, the deepest cause of each branch that had to
  ///     yield something, the most decisive first; nothing where the expression yields something}
  public static List<Blamed> of(ExplainedExpr root) {
    return Causes.of(root);
  }

  /// {@return by which share of the threshold, or of the value, what is to blame for an expression
  ///     missed it; infinite where it was no comparison}
  static double distance(ExplainedExpr root) {
    return of(root).stream().mapToDouble(Blamed::distance).max().orElse(0);
  }

  private double distance() {
    if (finding instanceof Finding.Unpaired alone && alone.count() < alone.of()) {
      // Others found theirs, and missed something else.
      return -1;
    }
    if (!(finding instanceof Finding.Missed missed)) {
      return Double.POSITIVE_INFINITY;
    }
    Finding.Miss nearest = missed.nearest().getFirst();
    double scale = Math.max(Math.abs(nearest.value()), Math.abs(nearest.bound()));
    double share = scale == 0 ? 0 : nearest.distance() / scale;
    return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
  }

  /// {@return the most decisive first: what no other value would change, then the comparison that
  ///     missed by most}
  static Comparator<Blamed> byWeight() {
    return Comparator.comparingDouble(each -> -each.distance());
  }

  /// {@return whether it is what an operator that joins does, whatever the values are}
  boolean isRegardless() {
    return switch (finding) {
      case Finding.Unpaired alone -> alone.regardless() || !part.apart().isEmpty();
      case Finding.Removed removed -> removed.regardless();
      default -> false;
    };
  }

  /// {@return whether that a series has no partner is told by what became of the partner}
  boolean isCovered() {
    return finding instanceof Finding.Unpaired alone
        && alone.count() == 1
        && !part.apart().isEmpty()
        && part.findings().stream().noneMatch(Finding.Apart.class::isInstance);
  }

  /// {@return whether series just have no sample then}
  boolean isEnd() {
    return finding instanceof Finding.NoSample;
  }

  /// {@return whether a side of an operator never has the instance}
  boolean isStranger() {
    return finding instanceof Finding.NotOfInstance;
  }

  /// {@return whether a part must yield something, so that the whole does}
  static boolean mustYield(Expr whole, ExplainedExpr part) {
    return !(whole instanceof Expr.Binary binary && binary.operator() == BinaryOperator.UNLESS)
        || !isWithin(part, binary.right());
  }

  private static boolean isWithin(ExplainedExpr part, Expr side) {
    return side.span().start() <= part.expr().span().start()
        && part.expr().span().end() <= side.span().end();
  }
}

package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import org.jspecify.annotations.Nullable;

/// When selectors and subqueries read. Durations that are computed count as nothing.
final class ReadAt {
  private ReadAt() {}

  /// {@return until when something with these modifiers reads}
  /// @param time of the evaluation, in epoch milliseconds
  static long moved(Modifiers modifiers, long time) {
    long start = modifiers.at() instanceof Modifiers.At.Time fixed ? fixed.millis() : time;
    return start - millis(modifiers.offset());
  }

  /// {@return the last step of a subquery}
  /// @param usual milliseconds between steps where the subquery does not say
  static long lastStep(Expr.Subquery subquery, long time, long usual) {
    long own = millis(subquery.step());
    long step = own > 0 ? own : usual;
    return Math.floorDiv(moved(subquery.modifiers(), time), step) * step;
  }

  /// {@return milliseconds; 0 for nothing}
  static long millis(@Nullable DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal ? literal.millis() : 0;
  }
}

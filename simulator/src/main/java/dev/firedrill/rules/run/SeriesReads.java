package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Which series an expression reads, and up to when.
///
/// @param anything whether it may read series that cannot be told beforehand
public record SeriesReads(List<Read> reads, boolean anything) {
  /// Reads nothing.
  public static final SeriesReads NOTHING = new SeriesReads(List.of(), false);

  /// May read whatever there is.
  public static final SeriesReads ANYTHING = new SeriesReads(List.of(), true);

  public SeriesReads {
    reads = List.copyOf(reads);
  }

  /// What one selector reads.
  ///
  /// @param lag milliseconds by which the latest sample read is older than the evaluation, at
  ///     least; [#ANY_TIME] where samples of the future may be read too
  public record Read(List<LabelMatcher> matchers, long lag) {
    /// Not bound to the time of the evaluation.
    public static final long ANY_TIME = Long.MIN_VALUE;

    /// {@return whether no sample later than the evaluation is read}
    public boolean isOfThePast() {
      return lag >= 0;
    }
  }

  private record Visit(Expr expr, long lag) {}

  /// {@return what an expression reads}
  public static SeriesReads of(Expr root) {
    List<Read> reads = new ArrayList<>();
    boolean anything = false;
    Deque<Visit> pending = new ArrayDeque<>();
    pending.push(new Visit(root, 0));
    while (!pending.isEmpty()) {
      Visit visit = pending.pop();
      long lag = visit.lag();
      switch (visit.expr()) {
        case Expr.InstantSelector selector ->
            reads.add(new Read(selector.matchers(), moved(lag, selector.modifiers())));
        case Expr.Subquery subquery -> lag = moved(lag, subquery.modifiers());
        // It looks for series that share labels with its argument, by default in target_info.
        case Expr.Call call -> anything |= call.function().name().equals("info");
        case Expr.NumberLiteral _,
            Expr.StringLiteral _,
            Expr.Paren _,
            Expr.Unary _,
            Expr.Binary _,
            Expr.Aggregation _,
            Expr.RangeSelector _ -> {}
      }
      for (Expr part : ExprWalk.children(visit.expr())) {
        pending.push(new Visit(part, lag));
      }
    }
    return new SeriesReads(reads, anything);
  }

  private static long moved(long lag, Modifiers modifiers) {
    boolean tied =
        lag != Read.ANY_TIME
            && modifiers.at() == null
            && modifiers.edges() != Modifiers.Edges.SMOOTHED;
    if (!tied) {
      return Read.ANY_TIME;
    }
    return switch (modifiers.offset()) {
      case null -> lag;
      case DurationExpr.Literal literal -> lag + literal.millis();
      case DurationExpr _ -> Read.ANY_TIME;
    };
  }

  /// {@return what this and another read together}
  public SeriesReads and(SeriesReads other) {
    if (other.reads.isEmpty() && !other.anything) {
      return this;
    }
    List<Read> all = new ArrayList<>(reads);
    all.addAll(other.reads);
    return new SeriesReads(all, anything || other.anything);
  }

  /// {@return whether nothing later than the evaluation can be read}
  public boolean areOfThePast() {
    return reads.stream().allMatch(Read::isOfThePast);
  }
}

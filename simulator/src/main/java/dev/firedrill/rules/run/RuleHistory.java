package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.Lookback;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How much of the past the results of rules depend on.
///
/// @param evaluated milliseconds for which rules must have been evaluated before, for alerts to be
///     in the right state and records to be there where they are read
/// @param read milliseconds of series that are read before, at most
public record RuleHistory(long evaluated, long read) {
  private static final long DEFAULT_INTERVAL = 60_000;

  /// {@return the most that any rule depends on, of groups that are evaluated as often as they say,
  ///     or each minute}
  public static RuleHistory of(RuleGraph graph) {
    return of(graph, group -> group.every(DEFAULT_INTERVAL));
  }

  /// {@return the most that any rule depends on}
  /// @param interval milliseconds between evaluations of a group
  public static RuleHistory of(RuleGraph graph, ToLongFunction<RuleGroup> interval) {
    Map<RuleNode, RuleHistory> known = new HashMap<>();
    RuleHistory most = new RuleHistory(0, 0);
    for (RuleNode node : graph.nodes()) {
      most = most.or(of(node, graph, interval, known));
    }
    return most;
  }

  private RuleHistory or(RuleHistory other) {
    return new RuleHistory(Math.max(evaluated, other.evaluated), Math.max(read, other.read));
  }

  private static RuleHistory of(
      RuleNode node,
      RuleGraph graph,
      ToLongFunction<RuleGroup> interval,
      Map<RuleNode, RuleHistory> known) {
    RuleHistory found = known.get(node);
    if (found != null) {
      return found;
    }
    // A rule that reads itself depends on all of the past; what it reads at once has to do.
    known.put(node, new RuleHistory(0, 0));
    long held = held(node.rule(), interval.applyAsLong(node.group()));
    long depth =
        node.rule().expr().result() instanceof ParseResult.Parsed parsed
            ? depth(parsed.expr()) + node.offset()
            : 0;
    RuleHistory most = new RuleHistory(held, held + depth);
    for (SeriesReads.Read read : node.reads().reads()) {
      for (RuleNode writer : graph.writersOf(read)) {
        RuleHistory before = of(writer, graph, interval, known);
        most =
            most.or(new RuleHistory(held + depth + before.evaluated, held + depth + before.read));
      }
    }
    known.put(node, most);
    return most;
  }

  // Alerts change at evaluations only, so that a part of an interval takes a whole one.
  private static long held(Rule rule, long interval) {
    return switch (rule) {
      case Rule.AlertingRule alert ->
          whole(millis(alert.holdDuration()), interval)
              + whole(millis(alert.keepFiringFor()), interval);
      case Rule.RecordingRule _ -> 0;
    };
  }

  private static long whole(long millis, long interval) {
    return Math.ceilDiv(millis, interval) * interval;
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }

  /// {@return how many milliseconds before an evaluation an expression reads samples; where that is
  ///     computed or fixed by `@`, as if it were not}
  static long depth(Expr expr) {
    long inner = 0;
    for (Expr part : ExprWalk.children(expr)) {
      inner = Math.max(inner, depth(part));
    }
    return switch (expr) {
      case Expr.InstantSelector selector -> Lookback.DEFAULT + offset(selector.modifiers());
      case Expr.RangeSelector range -> inner - Lookback.DEFAULT + length(range.range());
      case Expr.Subquery subquery ->
          inner + length(subquery.range()) + offset(subquery.modifiers());
      default -> inner;
    };
  }

  private static long offset(Modifiers modifiers) {
    return Math.max(0, length(modifiers.offset()));
  }

  private static long length(@Nullable DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal
        ? Math.round(literal.seconds() * 1000)
        : 0;
  }
}

package dev.firedrill.replay.noise;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the selectors for which there are no series, as far as that keeps an expression from
/// having
/// a value: one side of `or` is enough, and what `unless`, `absent` and `scalar` read may be
/// missing.
record MissingSeries(SeriesSource source) {
  /// {@return the selectors without series, by their matchers, because of which a condition cannot
  ///     hold; none where it could}
  Map<List<LabelMatcher>, InstantSelector> of(Condition condition) {
    return switch (condition) {
      case Condition.Comparison comparison ->
          all(List.of(of(comparison.watched()), of(comparison.threshold())));
      case Condition.Presence presence -> of(presence.expr());
      case Condition.All all -> all(all.parts().stream().map(this::of).toList());
      case Condition.Any any -> any(any.parts().stream().map(this::of).toList());
      case Condition.Except except -> of(except.kept());
      case Condition.Absence _ -> Map.of();
    };
  }

  /// {@return the selectors without series, by their matchers, because of which an expression has
  ///     no
  ///     value; none where it may have one}
  Map<List<LabelMatcher>, InstantSelector> of(Expr expr) {
    return ExprWalk.<Map<List<LabelMatcher>, InstantSelector>>fold(expr, this::missing);
  }

  private Map<List<LabelMatcher>, InstantSelector> missing(
      Expr expr, List<Map<List<LabelMatcher>, InstantSelector>> parts) {
    return switch (expr) {
      case InstantSelector selector -> missing(selector);
      case Binary binary -> missing(binary, parts);
      case Expr.Call call when doesWithout(call) -> Map.of();
      case Expr.Call _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Aggregation _,
          Expr.RangeSelector _,
          Expr.Subquery _ ->
          all(parts);
    };
  }

  private Map<List<LabelMatcher>, InstantSelector> missing(InstantSelector selector) {
    boolean there =
        selector.trusted() || !source.names(selector.matchers(), TimeRange.ALL).isEmpty();
    return there ? Map.of() : Map.of(selector.matchers(), selector);
  }

  private static Map<List<LabelMatcher>, InstantSelector> missing(
      Binary binary, List<Map<List<LabelMatcher>, InstantSelector>> sides) {
    return switch (binary.operator()) {
      case OR -> any(sides);
      case UNLESS -> sides.getFirst();
      default -> {
        boolean filled =
            binary.matching().fillLeft() != null || binary.matching().fillRight() != null;
        yield filled ? any(sides) : all(sides);
      }
    };
  }

  private static boolean doesWithout(Expr.Call call) {
    return switch (call.function().name()) {
      case "absent", "absent_over_time", "scalar" -> true;
      default -> false;
    };
  }

  private static Map<List<LabelMatcher>, InstantSelector> all(
      List<Map<List<LabelMatcher>, InstantSelector>> parts) {
    Map<List<LabelMatcher>, InstantSelector> all = new LinkedHashMap<>();
    for (Map<List<LabelMatcher>, InstantSelector> part : parts) {
      part.forEach(all::putIfAbsent);
    }
    return all;
  }

  private static Map<List<LabelMatcher>, InstantSelector> any(
      List<Map<List<LabelMatcher>, InstantSelector>> parts) {
    return parts.stream().anyMatch(Map::isEmpty) ? Map.of() : all(parts);
  }
}

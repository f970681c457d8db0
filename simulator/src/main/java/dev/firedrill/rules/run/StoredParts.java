package dev.firedrill.rules.run;

import dev.firedrill.engine.RemoteEngine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An expression of which the parts that read nothing but stored series are evaluated by the engine
/// that holds these: in their place stand selectors of the results.
///
/// Ranges and subqueries read at other times than the rule's, so what is inside them stays.
final class StoredParts {
  private final RuleGraph graph;
  private final RemoteEngine engine;
  private final TimeGrid grid;
  private final Reading reading;
  private final Map<String, SeriesSource> results = new HashMap<>();

  private StoredParts(RuleGraph graph, RemoteEngine engine, TimeGrid grid, Reading reading) {
    this.graph = graph;
    this.engine = engine;
    this.grid = grid;
    this.reading = reading;
  }

  /// How results are read.
  ///
  /// @param lookback for how long samples are seen here, in milliseconds
  /// @param remarks takes what the engine remarks on them
  record Reading(long lookback, Consumer<String> remarks) {}

  /// What is left of an expression.
  ///
  /// @param expr reads results of the engine, and what is not evaluated there
  /// @param results adds those of the engine to a source
  record Rest(Expr expr, UnaryOperator<SeriesSource> results) {}

  /// {@return what is left of an expression}
  ///
  /// @param grid all times at which it is evaluated
  static Rest of(Expr expr, TimeGrid grid, RuleGraph graph, RemoteEngine engine, Reading reading) {
    StoredParts parts = new StoredParts(graph, engine, grid, reading);
    return new Rest(parts.rest(expr), here -> parts.new WithResults(here));
  }

  private Expr rest(Expr expr) {
    if (isStored(expr)) {
      return selector(expr);
    }
    return switch (expr) {
      case Expr.Selector _ -> expr;
      case Expr.Call call when call.function().name().equals("info") -> expr;
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.Aggregation _,
          Expr.Call _ ->
          ExprWalk.withChildren(expr, ExprWalk.children(expr).stream().map(this::rest).toList());
    };
  }

  private boolean isStored(Expr expr) {
    SeriesReads reads = SeriesReads.of(expr);
    return ValueTypes.of(expr) == ValueType.INSTANT_VECTOR
        && (reads.anything() || !reads.reads().isEmpty())
        && graph.writersOf(reads).isEmpty()
        && engine.takes(expr);
  }

  private Expr selector(Expr part) {
    // No metric can have this name, as it is no text.
    String name = "\uD800" + results.size();
    results.put(name, engine.results(part, grid, reading.remarks()));
    LabelMatcher matcher = LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.EQUAL, name);
    return new Expr.InstantSelector(name, List.of(matcher), Modifiers.NONE, false, part.span());
  }

  private final class WithResults implements SeriesSource {
    private final SeriesSource here;

    WithResults(SeriesSource here) {
      this.here = here;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      SeriesSource found = matchers.size() == 1 ? results.get(matchers.getFirst().value()) : null;
      return found == null ? here.select(matchers, range) : found.select(matchers, steps(range));
    }

    // Results are there at each step or not at all: what was before the first is of no use, and
    // that there are none of it no failure.
    private TimeRange steps(TimeRange range) {
      return new TimeRange(
          Math.min(range.first() + reading.lookback() - 1, range.last()), range.last());
    }

    @Override
    public Optional<TimeRange> extent() {
      List<TimeRange> extents = new ArrayList<>();
      here.extent().ifPresent(extents::add);
      results.values().forEach(each -> each.extent().ifPresent(extents::add));
      return extents.stream().reduce(TimeRange::cover);
    }
  }
}

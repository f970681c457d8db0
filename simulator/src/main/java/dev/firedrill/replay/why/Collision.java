package dev.firedrill.replay.why;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds two series of which an expression over one vector makes one, for which it fails: it is
/// evaluated for each series alone.
final class Collision {
  private static final Span NOWHERE = new Span(0, 0);
  private static final LabelMatcher ANY =
      LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.REGEX, ".*");

  private final Engine engine;
  private final long time;

  /// @param time for which the expression was evaluated, in epoch milliseconds
  Collision(Engine engine, long time) {
    this.engine = engine;
    this.time = time;
  }

  /// {@return the first two series that become one; empty where none do}
  /// @param parts of the expression, literals left out
  Optional<Finding> of(Expr expr, List<ExplainedExpr> parts) {
    for (ExplainedExpr part : parts) {
      switch (part.outcome()) {
        case Outcome.Vector vector -> {
          return ofTwo(alone(expr, part.expr(), all(Modifiers.NONE)), each(vector));
        }
        case Outcome.Range range -> {
          return ofTwo(alone(expr, part.expr(), range(part.expr())), range.series());
        }
        case Outcome.Scalar _, Outcome.Failed _ -> {}
      }
    }
    return Optional.empty();
  }

  private List<Series> each(Outcome.Vector vector) {
    List<Series> series = new ArrayList<>();
    for (Sample sample : vector.all()) {
      Samples one = new Samples();
      if (sample.histogram() == null) {
        one.append(time, sample.value());
      } else {
        one.append(time, sample.histogram());
      }
      series.add(new Series(sample.labels(), one));
    }
    return series;
  }

  private Optional<Finding> ofTwo(Expr expr, List<Series> series) {
    Map<Labels, Labels> known = new HashMap<>();
    for (Series each : series) {
      @Nullable Labels result = result(expr, each);
      @Nullable Labels other = result == null ? null : known.putIfAbsent(result, each.labels());
      if (other != null) {
        return Optional.of(
            new Finding.SameLabels(
                other, each.labels(), LabelNames.differing(other, each.labels()), by(expr)));
      }
    }
    return Optional.empty();
  }

  private @Nullable Labels result(Expr expr, Series series) {
    SeriesStore store = new SeriesStore();
    store.add(series);
    try {
      return engine.instant(expr, store, time).result() instanceof QueryResult.Vector vector
              && !vector.samples().isEmpty()
          ? vector.samples().getFirst().labels()
          : null;
    } catch (EvaluationException _) {
      return null;
    }
  }

  // With what a store has in the place of the part.
  private static Expr alone(Expr expr, Expr part, Expr stored) {
    List<Expr> children = new ArrayList<>();
    for (Expr child : ExprWalk.children(expr)) {
      children.add(ExprWalk.unwrapped(child).equals(part) ? stored : child);
    }
    return ExprWalk.withChildren(expr, children);
  }

  private static Expr.InstantSelector all(Modifiers modifiers) {
    return new Expr.InstantSelector(null, List.of(ANY), modifiers, true, NOWHERE);
  }

  private static Expr range(Expr part) {
    return switch (part) {
      case Expr.RangeSelector range ->
          new Expr.RangeSelector(all(range.series().modifiers()), range.range(), NOWHERE);
      case Expr.Subquery subquery ->
          new Expr.RangeSelector(all(subquery.modifiers()), subquery.range(), NOWHERE);
      default -> throw new IllegalArgumentException("no range");
    };
  }

  private static String by(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> call.function().name();
      case Expr.Unary unary -> "the sign " + unary.sign().symbol();
      case Expr.Binary binary -> binary.operator().symbol() + (binary.returnBool() ? " bool" : "");
      default -> "it";
    };
  }
}

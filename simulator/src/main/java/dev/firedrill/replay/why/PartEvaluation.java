package dev.firedrill.replay.why;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evaluates parts of an expression at an instant, and tells what of it is of interest.
///
/// @param source all that the rule could see
record PartEvaluation(Engine engine, SeriesSource source) {
  /// {@return the threshold that an expression is, if it is a number}
  @Nullable Limit limit(Expr bound, View view) {
    return evaluate(ExprWalk.unwrapped(bound), view) instanceof Outcome.Scalar scalar
        ? new Limit(scalar.value())
        : null;
  }

  /// {@return what an expression yields}
  Outcome evaluate(Expr expr, View view) {
    return evaluate(expr, view, new ArrayList<>());
  }

  /// {@return what an expression yields}
  /// @param annotations what Prometheus remarks is added here
  Outcome evaluate(Expr expr, View view, List<Annotation> annotations) {
    QueryResult result;
    try {
      Evaluation evaluation = engine.instant(expr, source, view.time());
      annotations.addAll(evaluation.annotations());
      result = evaluation.result();
    } catch (EvaluationException e) {
      return new Outcome.Failed(e.text());
    }
    Narrowing narrowing = view.narrowing();
    return switch (result) {
      case QueryResult.Vector vector -> {
        List<Sample> wanted =
            vector.samples().stream().filter(each -> narrowing.accepts(each.labels())).toList();
        @Nullable Limit limit = limitOf(expr, view);
        yield new Outcome.Vector(Limit.sorted(wanted, limit), vector.samples(), times(expr, view));
      }
      case QueryResult.Matrix matrix -> {
        List<Series> wanted =
            matrix.series().stream().filter(each -> narrowing.accepts(each.labels())).toList();
        yield new Outcome.Range(wanted, matrix.series().size());
      }
      case QueryResult.Scalar scalar -> new Outcome.Scalar(scalar.value());
      case QueryResult.Text _ -> new Outcome.Scalar(Double.NaN);
    };
  }

  private Map<Labels, Long> times(Expr expr, View view) {
    Map<Labels, Long> times = new HashMap<>();
    if (expr instanceof InstantSelector selector) {
      long last = ReadAt.moved(selector.modifiers(), view.time());
      TimeRange range = new TimeRange(last - engine.options().lookback() + 1, last);
      for (Series series : source.select(selector.matchers(), range)) {
        if (!series.samples().isEmpty()) {
          times.put(series.labels(), series.samples().lastTime());
        }
      }
    }
    return times;
  }

  // A comparison keeps what it compares, so its own threshold sorts what is left.
  private @Nullable Limit limitOf(Expr expr, View view) {
    if (expr instanceof Expr.Binary binary
        && binary.operator().isComparison()
        && !binary.returnBool()) {
      Expr right = ExprWalk.unwrapped(binary.right());
      Expr left = ExprWalk.unwrapped(binary.left());
      if (right instanceof Expr.NumberLiteral number) {
        return new Limit(number.value());
      }
      if (left instanceof Expr.NumberLiteral number) {
        return new Limit(number.value());
      }
    }
    return view.limit();
  }
}

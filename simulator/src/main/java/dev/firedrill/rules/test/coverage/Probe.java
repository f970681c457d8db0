package dev.firedrill.rules.test.coverage;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.test.TestEvidence;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to a test that has run.
public sealed interface Probe {
  /// {@return whether the answer is yes}
  ///
  /// @param evidence what the test left behind
  boolean test(TestEvidence evidence);

  /// Does an expression yield anything at any tick?
  record Yields(Expr expr) implements Probe {
    @Override
    public boolean test(TestEvidence evidence) {
      List<Series> series = evaluate(expr, evidence);
      return series != null && !series.isEmpty();
    }
  }

  /// Does an expression have a value at any tick?
  ///
  /// @param otherwise asked where the expression cannot be evaluated
  record HasValue(Expr expr, double value, Probe otherwise) implements Probe {
    @Override
    public boolean test(TestEvidence evidence) {
      List<Series> series = evaluate(expr, evidence);
      if (series == null) {
        return otherwise.test(evidence);
      }
      for (Series each : series) {
        for (int i = 0; i < each.samples().size(); i++) {
          if (each.samples().value(i) == value) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /// Is there a series that all matchers accept but perhaps one, which accepts or rejects it?
  ///
  /// @param others all matchers of the selector but that one
  record Matches(List<LabelMatcher> others, LabelMatcher matcher, boolean accepted)
      implements Probe {
    public Matches {
      others = List.copyOf(others);
    }

    @Override
    public boolean test(TestEvidence evidence) {
      for (Series series : evidence.source().select(others, TimeRange.ALL)) {
        if (matcher.matches(series.labels()) == accepted) {
          return true;
        }
      }
      return false;
    }
  }

  /// {@return the series that an expression yields over all ticks; null where it fails}
  private static @Nullable List<Series> evaluate(Expr expr, TestEvidence evidence) {
    TimeGrid ticks = evidence.ticks();
    try {
      if (!QueryBounds.matter(expr)) {
        return series(evidence.engine().range(expr, evidence.source(), ticks).result());
      }
      // Each evaluation of a rule is a query of its own, which starts and ends at its tick.
      List<Series> all = new ArrayList<>();
      for (int i = 0; i < ticks.count(); i++) {
        TimeGrid one = TimeGrid.instant(ticks.time(i));
        all.addAll(series(evidence.engine().range(expr, evidence.source(), one).result()));
      }
      return all;
    } catch (EvaluationException e) {
      return null;
    }
  }

  private static List<Series> series(QueryResult result) {
    return result instanceof QueryResult.Matrix matrix ? matrix.series() : List.of();
  }
}

package dev.firedrill.replay.condition;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Evaluates what an alert watches, and its thresholds, over time.
///
/// All is held in memory, 16 bytes for each value: series times steps of the grid, so that long
/// times are to be asked for piece by piece.
///
/// @param source what the expression reads: what was recorded and what rules wrote, see
///     [dev.firedrill.replay.ReplayReport#source()]
/// @param grid the times at which the rule looks: see
///     [dev.firedrill.replay.AlertReplay#queried()]
public record ConditionValues(Engine engine, SeriesSource source, TimeGrid grid) {
  /// {@return the series that a comparison watches, each with the threshold it is compared with,
  ///     sorted by labels. A series that is compared with several, by `group_right` or
  ///     `group_left`, is there for each of them. Native histograms are left out}
  /// @throws EvaluationException if a side cannot be evaluated
  public List<WatchedSeries> of(Condition.Comparison comparison) {
    List<Series> watched = series(comparison.watched());
    List<Series> limits = series(comparison.threshold());
    if (ValueTypes.of(comparison.threshold()) == ValueType.SCALAR) {
      Samples limit = limits.isEmpty() ? new Samples() : limits.getFirst().samples();
      return watched.stream()
          .map(series -> new WatchedSeries(series.labels(), series.samples(), limit))
          .toList();
    }
    if (ValueTypes.of(comparison.watched()) == ValueType.SCALAR) {
      List<WatchedSeries> pairs = new ArrayList<>();
      watched.forEach(one -> limits.forEach(limit -> pairs.add(pair(one, limit.samples()))));
      return pairs;
    }
    return matched(comparison, watched, limits);
  }

  /// {@return the values of an expression, sorted by labels; a scalar is one series without labels.
  ///     Native histograms are left out}
  /// @throws EvaluationException if it cannot be evaluated
  public List<Series> series(Expr expr) {
    QueryResult result = engine.range(expr, source, grid).result();
    if (!(result instanceof QueryResult.Matrix(List<Series> all))) {
      throw new IllegalStateException("a range query gives a matrix");
    }
    List<Series> numbers = new ArrayList<>();
    for (Series series : all) {
      Samples samples = numbers(series.samples());
      if (!samples.isEmpty()) {
        numbers.add(new Series(series.labels(), samples));
      }
    }
    return numbers;
  }

  private static Samples numbers(Samples all) {
    boolean plain = true;
    for (int i = 0; i < all.size(); i++) {
      plain &= !all.isHistogram(i);
    }
    if (plain) {
      return all;
    }
    Samples numbers = new Samples();
    for (int i = 0; i < all.size(); i++) {
      if (!all.isHistogram(i)) {
        numbers.append(all.time(i), all.value(i));
      }
    }
    return numbers;
  }

  private static List<WatchedSeries> matched(
      Condition.Comparison comparison, List<Series> watched, List<Series> limits) {
    VectorMatching matching = comparison.expr().matching();
    boolean several =
        matching.cardinality()
            == (comparison.swapped()
                ? VectorMatching.Cardinality.MANY_TO_ONE
                : VectorMatching.Cardinality.ONE_TO_MANY);
    Map<Labels, List<Samples>> byKey = new HashMap<>();
    for (Series limit : limits) {
      List<Samples> same =
          byKey.computeIfAbsent(key(limit.labels(), matching), key -> new ArrayList<>());
      if (several || same.isEmpty()) {
        same.add(limit.samples());
      } else {
        // Only one is there at a time, or the comparison could not be evaluated.
        same.set(0, SampleRuns.merged(same.getFirst(), limit.samples()));
      }
    }
    List<WatchedSeries> pairs = new ArrayList<>();
    for (Series series : watched) {
      List<Samples> found =
          byKey.getOrDefault(key(series.labels(), matching), List.of(new Samples()));
      found.forEach(limit -> pairs.add(pair(series, limit)));
    }
    return pairs;
  }

  private static WatchedSeries pair(Series series, Samples limit) {
    return new WatchedSeries(series.labels(), series.samples(), limit);
  }

  private static Labels key(Labels labels, VectorMatching matching) {
    Labels.Builder key = Labels.EMPTY.toBuilder();
    labels.forEach(
        (name, value) -> {
          boolean named = matching.labels().contains(name);
          boolean counts = matching.on() ? named : !named && !name.equals(Labels.METRIC_NAME);
          if (counts) {
            key.set(name, value);
          }
        });
    return key.build();
  }
}

package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.function.WindowEdges;
import dev.firedrill.engine.operator.EvaluateSubquery;
import dev.firedrill.engine.operator.LabelMapping;
import dev.firedrill.engine.operator.MetricName;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Modifiers.Edges;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.Map;
import java.util.TreeMap;

/// The result of an instant query for a range vector: the samples of its window.
final class RangeResult {
  private RangeResult() {}

  /// {@return the series that have samples, sorted by labels}
  /// @param span the expression to blame where two series become one
  /// @throws EvaluationException if two series with the same labels have samples at the same time
  static QueryResult of(RangeInput input, Span span) {
    Map<Labels, Samples> series = new TreeMap<>();
    long end = input.windowEnd(0);
    for (int i = 0; i < input.series().size(); i++) {
      Samples samples = window(input, input.samples(i), end, span);
      if (!samples.isEmpty()) {
        Labels labels = input.series().get(i);
        series.merge(
            input.losesName(i) ? MetricName.drop(labels) : labels,
            samples,
            (one, other) -> merge(one, other, span));
      }
    }
    return new QueryResult.Matrix(
        series.entrySet().stream()
            .map(entry -> new Series(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Samples merge(Samples one, Samples other, Span span) {
    Samples both = new Samples();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      if (i < one.size() && j < other.size() && one.time(i) == other.time(j)) {
        throw LabelMapping.duplicate(span);
      }
      if (j == other.size() || (i < one.size() && one.time(i) < other.time(j))) {
        both.append(one, i);
        i++;
      } else {
        both.append(other, j);
        j++;
      }
    }
    return both;
  }

  private static Samples window(RangeInput input, Samples all, long end, Span span) {
    if (input instanceof EvaluateSubquery) {
      return all;
    }
    long start = end - input.range();
    Samples inside = all.between(start + 1, end);
    if (input.reach().edges() == Edges.PLAIN) {
      return inside;
    }
    int from = all.firstAfter(start - input.reach().before());
    int to = all.firstAfter(end + input.reach().after());
    boolean smoothed = input.reach().edges() == Edges.SMOOTHED;
    for (int i = from; i < to; i++) {
      if (all.isHistogram(i)) {
        throw new EvaluationException(
            (smoothed ? "smoothed" : "anchored") + " modifier is not supported with histograms",
            span);
      }
    }
    Samples result = new Samples();
    if (from < to) {
      WindowEdges.of(all, from, to, start, end, smoothed, false)
          .ifPresent(edges -> append(inside, edges, start, end, result));
    }
    return result;
  }

  private static void append(
      Samples inside, WindowEdges edges, long start, long end, Samples result) {
    result.append(start, edges.left());
    for (int i = 0; i < inside.size() && inside.time(i) < end; i++) {
      result.append(inside, i);
    }
    result.append(end, edges.right());
  }
}

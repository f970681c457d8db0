package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.function.BucketQuantile;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `histogram_quantile` over classic histograms: the series of a group differ in `le` alone.
public final class ClassicQuantile implements Operator {
  private static final String BOUND = "le";

  private final Operator quantile;
  private final Operator vector;
  private final Span quantileSpan;
  private final Span vectorSpan;
  private final Annotations annotations;
  private final double[] bounds;
  private final SeriesGroups groups;
  private final NameRemoval names;
  private final LabelMapping mapping;
  private final TimeGrid grid;
  // Steps may be evaluated again, but a histogram is mended once.
  private final Set<Long> reported = new HashSet<>();
  private final Span span;

  /// Reads the bounds of the buckets from the labels.
  public ClassicQuantile(
      Operator quantile,
      Span quantileSpan,
      Operator vector,
      Span vectorSpan,
      Annotations annotations,
      NameRemoval names,
      TimeGrid grid,
      Span span) {
    this.grid = grid;
    this.vectorSpan = vectorSpan;
    this.names = names;
    this.quantile = quantile;
    this.quantileSpan = quantileSpan;
    this.vector = vector;
    this.annotations = annotations;
    this.span = span;
    this.bounds = new double[vector.series().size()];
    List<Labels> keys = new ArrayList<>();
    for (int i = 0; i < bounds.length; i++) {
      Labels labels = vector.series().get(i);
      bounds[i] = bound(labels);
      keys.add(labels.without(BOUND));
    }
    this.groups = SeriesGroups.of(keys);
    this.mapping = LabelMapping.of(groups.labels(), names::drop);
  }

  private static double bound(Labels labels) {
    try {
      return GoNumber.parseFloat(labels.get(BOUND));
    } catch (GoFormatException e) {
      return Double.NaN;
    }
  }

  private void add(int column, double count, BucketQuantile[] buckets) {
    if (Double.isNaN(bounds[column])) {
      Labels labels = vector.series().get(column);
      annotations.warn(
          "bucket label \"le\" is missing or has a malformed value of "
              + GoQuote.quote(labels.get(BOUND))
              + forMetric(labels),
          vectorSpan);
    } else {
      buckets[groups.of(column)].add(bounds[column], count);
    }
  }

  // Where names go at once, Prometheus has lost this one already.
  private String forMetric(Labels labels) {
    String name = names.marks() ? labels.metricName() : "";
    return name.isEmpty() ? "" : " for metric name " + GoQuote.quote(name);
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean losesName(int series) {
    return names.marks();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    double[] quantiles = ScalarColumn.read(quantile, first, out.steps());
    BucketQuantile[] buckets = new BucketQuantile[groups.count()];
    for (int group = 0; group < buckets.length; group++) {
      buckets[group] = new BucketQuantile();
    }
    for (int row = 0; row < out.steps(); row++) {
      check(quantiles[row]);
      for (int column = 0; column < bounds.length; column++) {
        if (in.hasNumber(column, row)) {
          add(column, in.get(column, row), buckets);
        }
      }
      for (int group = 0; group < buckets.length; group++) {
        if (!buckets[group].isEmpty()) {
          mapping.set(out, group, row, buckets[group].compute(quantiles[row]), span);
          report(buckets[group], group, first + row);
          buckets[group].clear();
        }
      }
    }
  }

  private void report(BucketQuantile buckets, int group, int step) {
    if (buckets.wasForced() && reported.add((long) step * groups.count() + group)) {
      String message =
          "input to histogram_quantile needed to be fixed for monotonicity (see "
              + "https://prometheus.io/docs/prometheus/latest/querying/functions/"
              + "#histogram_quantile)"
              + forMetric(groups.labels().get(group));
      annotations.add(
          new Annotation(false, message, vectorSpan), buckets.forcedAt(grid.time(step)));
    }
  }

  private void check(double value) {
    if (!(value >= 0 && value <= 1)) {
      annotations.warn(
          "quantile value should be between 0 and 1, got " + GoFloat.general(value), quantileSpan);
    }
  }

  @Override
  public String describe() {
    return "histogram_quantile: " + groups.count() + " histograms";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(quantile, vector);
  }
}

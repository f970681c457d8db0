package dev.firedrill.replay.sweep;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.replay.condition.ConditionValues;
import dev.firedrill.replay.sweep.SweepAxis.Kind;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which values an alert watches, at all of its evaluations, so that a threshold can be chosen
/// among them.
///
/// @param threshold that is to be chosen
/// @param count how many values there are
/// @param quantiles from the one that asks for most to the one that asks for least: the greatest
///     value first where the alert asks for great ones
/// @param closest for each series the value that asks for most, the most telling series first
public record ValueDistribution(
    SuggestedThreshold threshold, long count, List<Quantile> quantiles, List<Closest> closest) {
  private static final int KEPT = 1 << 22;
  private static final int CELLS = 4_000_000;
  private static final int FIRST_STEPS = 256;
  private static final List<Double> SHARES = List.of(1.0, 0.999, 0.99, 0.95, 0.5);
  private static final List<String> UPPER = List.of("max", "p99.9", "p99", "p95", "median");
  private static final List<String> LOWER = List.of("min", "p0.1", "p1", "p5", "median");

  public ValueDistribution {
    quantiles = List.copyOf(quantiles);
    closest = List.copyOf(closest);
  }

  /// A value, and how many of all values lie on the quiet side of it.
  ///
  /// @param name `max`, `p99.9`, `median`; `min`, `p0.1` where the alert asks for small values
  public record Quantile(String name, double value) {
    /// {@return the shortest text that means exactly this value in an expression, so that a
    ///     threshold of the greatest value is not below it}
    public String text() {
      return GoFloat.json(value);
    }
  }

  /// The value of a series that is nearest to an alert, or furthest in it.
  ///
  /// @param time epoch milliseconds
  public record Closest(Labels labels, long time, double value) {}

  /// {@return the values that are compared with a threshold}
  /// @throws SweepException if there are none, or they cannot be evaluated
  public static ValueDistribution of(
      SuggestedThreshold threshold, Engine engine, SeriesSource source, TimeGrid grid) {
    boolean great = threshold.asksForGreat();
    ValueSample sample = new ValueSample(KEPT);
    Map<Labels, Closest> closest = new HashMap<>();
    int size = FIRST_STEPS;
    for (int step = 0; step < grid.count(); ) {
      int count = Math.min(size, grid.count() - step);
      TimeGrid piece = new TimeGrid(grid.time(step), grid.step(), count);
      List<Series> series = evaluated(threshold.comparison().watched(), engine, source, piece);
      for (Series each : series) {
        add(each, great, sample, closest);
      }
      step += count;
      size = Math.clamp(CELLS / Math.max(1, series.size()), 1, Integer.MAX_VALUE);
    }
    if (sample.count() == 0) {
      throw new SweepException("--suggest: what the alert watches never had a value");
    }
    List<Closest> sorted = new ArrayList<>(closest.values());
    Comparator<Closest> byValue = Comparator.comparingDouble(Closest::value);
    sorted.sort((great ? byValue.reversed() : byValue).thenComparing(Closest::labels));
    return new ValueDistribution(threshold, sample.count(), quantiles(sample, great), sorted);
  }

  private static List<Series> evaluated(
      Expr watched, Engine engine, SeriesSource source, TimeGrid piece) {
    try {
      return new ConditionValues(engine, source, piece).series(watched);
    } catch (EvaluationException e) {
      throw new SweepException("--suggest: " + e.text());
    }
  }

  private static void add(
      Series series, boolean great, ValueSample sample, Map<Labels, Closest> closest) {
    Samples values = series.samples();
    for (int i = 0; i < values.size(); i++) {
      double value = values.value(i);
      sample.add(value);
      Closest known = closest.get(series.labels());
      boolean closer = known == null || (great ? value > known.value() : value < known.value());
      if (closer && !Double.isNaN(value)) {
        closest.put(series.labels(), new Closest(series.labels(), values.time(i), value));
      }
    }
  }

  private static List<Quantile> quantiles(ValueSample sample, boolean great) {
    List<Quantile> quantiles = new ArrayList<>();
    for (int i = 0; i < SHARES.size(); i++) {
      double share = SHARES.get(i);
      quantiles.add(
          great
              ? new Quantile(UPPER.get(i), sample.upper(share))
              : new Quantile(LOWER.get(i), sample.lower(share)));
    }
    return quantiles;
  }

  /// {@return the quantiles that a number is, most asked for first; none for any other}
  /// @param text as in an expression
  public List<Quantile> named(String text) {
    return quantiles.stream()
        .filter(quantile -> SettingValue.same(Kind.NUMBER, quantile.text(), text))
        .toList();
  }

  /// {@return the setting that tries the quantiles as thresholds: `0.9#1=0.95,0.93`}
  String setting() {
    return threshold.key()
        + "="
        + String.join(",", quantiles.stream().map(Quantile::text).toList());
  }
}

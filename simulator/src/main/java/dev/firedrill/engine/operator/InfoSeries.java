package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The series of info metrics, found by the labels that identify what they are about.
///
/// @param values their values, which must not be histograms
/// @param times the times of their samples in seconds, of the same series
public record InfoSeries(Operator values, Operator times, Span span) {
  /// The labels that identify what a series is about.
  public static final List<String> IDENTIFYING = List.of("instance", "job");

  /// No series.
  public static final InfoSeries NONE = new InfoSeries(new NoSeries(), new NoSeries(), Span.at(0));

  /// The info series at a step.
  ///
  /// @param byTarget for each target the current series of each info metric, by their numbers
  record AtStep(Map<Labels, List<Integer>> byTarget) {
    List<Integer> of(Labels target) {
      return byTarget.getOrDefault(target, List.of());
    }
  }

  /// {@return the identifying labels of a series}
  static Labels target(Labels labels) {
    Labels.Builder target = new Labels.Builder();
    IDENTIFYING.forEach(name -> target.set(name, labels.get(name)));
    return target.build();
  }

  /// {@return the labels of a series}
  Labels labels(int series) {
    return times.series().get(series);
  }

  /// {@return which series there are at each of a run of steps}
  /// @throws EvaluationException if a sample is a histogram, or two series about the same target
  ///     have samples of the same time
  List<AtStep> at(int first, int steps) {
    Batch current = values.batch(first, steps);
    Batch seconds = times.batch(first, steps);
    List<AtStep> found = new ArrayList<>();
    for (int row = 0; row < steps; row++) {
      found.add(at(current, seconds, row));
    }
    return found;
  }

  private AtStep at(Batch current, Batch seconds, int row) {
    Map<Labels, Integer> latest = new HashMap<>();
    for (int column = 0; column < seconds.series(); column++) {
      if (!seconds.has(column, row)) {
        continue;
      }
      if (!current.hasNumber(column, row)) {
        throw new EvaluationException(
            "this should be an info metric, with float samples: " + labels(column), span);
      }
      Labels key = key(labels(column));
      @Nullable Integer other = latest.get(key);
      if (other == null || isNewer(column, other, seconds, row)) {
        latest.put(key, column);
      }
    }
    Map<Labels, List<Integer>> byTarget = new HashMap<>();
    latest.values().stream()
        .sorted()
        .forEach(
            series ->
                byTarget
                    .computeIfAbsent(target(labels(series)), fresh -> new ArrayList<>())
                    .add(series));
    return new AtStep(byTarget);
  }

  private static Labels key(Labels labels) {
    return target(labels).toBuilder().set(Labels.METRIC_NAME, labels.metricName()).build();
  }

  private boolean isNewer(int series, int other, Batch seconds, int row) {
    double time = seconds.get(series, row);
    double otherTime = seconds.get(other, row);
    if (time == otherTime) {
      throw new EvaluationException(
          "found duplicate series for info metric: existing "
              + describe(other, otherTime)
              + ", new "
              + describe(series, time),
          span);
    }
    return time > otherTime;
  }

  private String describe(int series, double seconds) {
    return labels(series) + " @ " + Math.round(seconds * 1000);
  }
}

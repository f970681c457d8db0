package dev.firedrill.replay.noise;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.replay.condition.ConditionValues;
import dev.firedrill.replay.condition.WatchedSeries;
import dev.firedrill.replay.noise.NeverFired.Reason;
import dev.firedrill.series.Samples;
import dev.firedrill.series.SeriesSource;
import java.util.List;

/// Goes over the values that a comparison sees and finds the one that comes nearest to passing, the
/// time cut into pieces so that not all values are held at once.
final class ClosestApproach {
  private static final int FIRST = 256;

  private final Condition.Comparison comparison;
  private int series;
  private long compared;
  private long held;
  private Labels labels = Labels.EMPTY;
  private long time;
  private double value;
  private double limit;
  private double distance = Double.POSITIVE_INFINITY;

  private ClosestApproach(Condition.Comparison comparison) {
    this.comparison = comparison;
  }

  /// {@return what became of a comparison}
  /// @param cells values held at a time
  /// @throws EvaluationException if a side cannot be evaluated
  static Reason of(
      Condition.Comparison comparison,
      Engine engine,
      SeriesSource source,
      TimeGrid grid,
      int cells) {
    ClosestApproach closest = new ClosestApproach(comparison);
    int size = FIRST;
    for (int step = 0; step < grid.count(); ) {
      int count = Math.min(size, grid.count() - step);
      TimeGrid piece = new TimeGrid(grid.time(step), grid.step(), count);
      List<WatchedSeries> watched = new ConditionValues(engine, source, piece).of(comparison);
      watched.forEach(closest::add);
      closest.series = Math.max(closest.series, watched.size());
      step += count;
      size = Math.clamp(cells / Math.max(1, watched.size()), 1, Integer.MAX_VALUE);
    }
    return closest.reason();
  }

  private void add(WatchedSeries watched) {
    Samples values = watched.values();
    Samples limits = watched.limits();
    int j = 0;
    for (int i = 0; i < values.size(); i++) {
      while (j < limits.size() && limits.time(j) < values.time(i)) {
        j++;
      }
      if (j < limits.size() && limits.time(j) == values.time(i)) {
        add(watched.labels(), values.time(i), values.value(i), limits.value(j));
      }
    }
  }

  private void add(Labels of, long at, double seen, double wanted) {
    double far = comparison.distance(seen, wanted);
    boolean first = compared == 0;
    compared++;
    held += comparison.holds(seen, wanted) ? 1 : 0;
    if (first || far < distance) {
      distance = far;
      labels = of;
      time = at;
      value = seen;
      limit = wanted;
    }
  }

  private Reason reason() {
    if (series == 0) {
      return new NeverFired.NoValues(comparison);
    }
    if (compared == 0) {
      return new NeverFired.NoThreshold(comparison, series);
    }
    return held > 0
        ? new NeverFired.Held(comparison, (double) held / compared)
        : new NeverFired.Missed(comparison, labels, time, value, limit, distance);
  }
}

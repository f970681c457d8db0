package dev.firedrill.cli.html.chart;

import dev.firedrill.labels.Labels;
import dev.firedrill.replay.condition.WatchedSeries;
import dev.firedrill.series.Samples;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/// A series on its way to be a line, if it is interesting enough.
final class LineCandidate {
  private final Labels labels;
  private final List<Integer> instances;
  private final long firing;
  private final LinePoints values;
  private final LinePoints limits;
  private double nearest = Double.POSITIVE_INFINITY;
  private @Nullable Double limit;
  private boolean varies;

  /// @param firing milliseconds for which the instances that it belongs to fired; less than 0 where
  ///     there are none
  /// @param limit how many points it may have, its thresholds as many
  /// @param exact steps at which all values stay
  LineCandidate(Labels labels, List<Integer> instances, long firing, int limit, BitSet exact) {
    this.labels = labels;
    this.instances = instances;
    this.firing = firing;
    this.values = new LinePoints(limit, exact);
    this.limits = new LinePoints(limit, exact);
  }

  long firing() {
    return firing;
  }

  double nearest() {
    return nearest;
  }

  /// Adds a piece of time.
  ///
  /// @param steps tells the step of a time
  /// @param distance of a value from a limit
  void add(WatchedSeries series, StepOf steps, DoubleBinaryOperator distance) {
    Samples seen = series.values();
    Samples wanted = series.limits();
    for (int i = 0; i < seen.size(); i++) {
      values.add(steps.of(seen.time(i)), seen.value(i));
    }
    for (int i = 0; i < wanted.size(); i++) {
      limits.add(steps.of(wanted.time(i)), wanted.value(i));
      Double known = limit;
      if (known == null) {
        limit = wanted.value(i);
      } else {
        varies |= known.doubleValue() != wanted.value(i);
      }
    }
    for (int i = 0, j = 0; i < seen.size(); i++) {
      while (j < wanted.size() && wanted.time(j) < seen.time(i)) {
        j++;
      }
      if (j < wanted.size() && wanted.time(j) == seen.time(i)) {
        nearest = Math.min(nearest, distance.applyAsDouble(seen.value(i), wanted.value(j)));
      }
    }
  }

  /// {@return the only value of the limit; null where it has several or none}
  @Nullable Double limit() {
    return varies ? null : limit;
  }

  boolean hasLimits() {
    return limit != null;
  }

  /// Thins out values and thresholds.
  void fit(int most) {
    values.fit(most);
    limits.fit(most);
  }

  /// Ends the line; nothing may be added any more.
  void finish() {
    values.finish();
    limits.finish();
  }

  /// {@return how many points it has}
  /// @param sharedLimit whether the chart has one threshold, so that the line needs none
  int size(boolean sharedLimit) {
    return values.size() + (sharedLimit ? 0 : limits.size());
  }

  ChartLine line(boolean sharedLimit) {
    return new ChartLine(
        labels, instances, values, sharedLimit || limits.size() == 0 ? null : limits);
  }

  /// Tells the step of a time.
  @FunctionalInterface
  interface StepOf {
    int of(long time);
  }
}

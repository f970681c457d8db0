package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import java.util.List;
import java.util.Map;

/// What a part of an expression was at an instant.
public sealed interface Outcome {
  /// {@return whether there is nothing of interest}
  boolean isEmpty();

  /// Series with a value each.
  ///
  /// @param samples those of interest, nearest to the threshold first where there is one
  /// @param all of them, in the order in which Prometheus yields them
  /// @param times when the samples of a selector were taken, in epoch milliseconds, by labels;
  ///     nothing where values were computed
  record Vector(
      List<QueryResult.Sample> samples, List<QueryResult.Sample> all, Map<Labels, Long> times)
      implements Outcome {
    public Vector {
      samples = List.copyOf(samples);
      all = List.copyOf(all);
      times = Map.copyOf(times);
    }

    @Override
    public boolean isEmpty() {
      return samples.isEmpty();
    }
  }

  /// Series with the samples of a range each.
  ///
  /// @param series those of interest
  /// @param all how many there are
  record Range(List<Series> series, int all) implements Outcome {
    public Range {
      series = List.copyOf(series);
    }

    @Override
    public boolean isEmpty() {
      return series.isEmpty();
    }
  }

  /// A number.
  record Scalar(double value) implements Outcome {
    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /// It cannot be evaluated.
  ///
  /// @param message in Prometheus's words
  record Failed(String message) implements Outcome {
    @Override
    public boolean isEmpty() {
      return true;
    }
  }
}

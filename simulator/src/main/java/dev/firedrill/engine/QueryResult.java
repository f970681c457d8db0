package dev.firedrill.engine;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import java.util.List;

/// What an expression evaluates to.
public sealed interface QueryResult {
  /// The samples of an instant, in the order in which Prometheus yields them.
  record Vector(long time, List<Sample> samples) implements QueryResult {
    public Vector {
      samples = List.copyOf(samples);
    }
  }

  /// A number at an instant.
  record Scalar(long time, double value) implements QueryResult {}

  /// A string at an instant.
  record Text(long time, String value) implements QueryResult {}

  /// Series over time, sorted by labels.
  record Matrix(List<Series> series) implements QueryResult {
    public Matrix {
      series = List.copyOf(series);
    }
  }

  /// A label set and its value at an instant.
  record Sample(Labels labels, double value) {}
}

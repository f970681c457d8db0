package dev.firedrill.engine;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  ///
  /// @param value NaN where the value is a histogram
  /// @param histogram the value where it is a native histogram; null where it is a number
  record Sample(Labels labels, double value, @Nullable NativeHistogram histogram) {
    /// A sample that is a number.
    public Sample(Labels labels, double value) {
      this(labels, value, null);
    }

    /// A sample that is a native histogram.
    public Sample(Labels labels, NativeHistogram histogram) {
      this(labels, StaleNaN.NORMAL_NAN, histogram);
    }

    /// {@return the same value under other labels}
    public Sample withLabels(Labels other) {
      return new Sample(other, value, histogram);
    }
  }
}

package dev.firedrill.client;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// What an expression gives at one time.
///
/// @param samples one for each series
public record VectorResult(List<Value> samples) {
  public VectorResult {
    samples = List.copyOf(samples);
  }

  /// The value of a series; NaN where it is a native histogram.
  public record Value(Labels labels, double value) {}

  /// {@return whether there is no series}
  public boolean isEmpty() {
    return samples.isEmpty();
  }

  static final class Collector implements SeriesSink {
    private final List<Value> values = new ArrayList<>();
    private Labels labels = Labels.EMPTY;

    @Override
    public void series(Labels next) {
      labels = next;
    }

    @Override
    public void sample(long time, double value) {
      values.add(new Value(labels, value));
    }

    @Override
    public void histogram(long time) {
      values.add(new Value(labels, Double.NaN));
    }

    VectorResult result() {
      return new VectorResult(values);
    }
  }
}

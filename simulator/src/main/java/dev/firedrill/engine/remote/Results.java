package dev.firedrill.engine.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import java.util.Map;
import java.util.TreeMap;

/// What an expression yields at the steps of a piece of time, without staleness markers.
final class Results implements SeriesSink {
  private final Map<Labels, Samples> series = new TreeMap<>();
  private Samples current = new Samples();

  @Override
  public void series(Labels labels) {
    current = series.computeIfAbsent(labels, _ -> new Samples());
  }

  @Override
  public void sample(long time, double value) {
    current.append(time, value);
  }

  @Override
  public void histogram(long time) {
    throw new HistogramResultException();
  }

  /// {@return the samples of each series, sorted by labels}
  Map<Labels, Samples> series() {
    return series;
  }

  /// Adds the results of a later piece.
  void addAll(Results later) {
    later.series.forEach(
        (labels, samples) -> {
          series(labels);
          for (int i = 0; i < samples.size(); i++) {
            current.append(samples.time(i), samples.value(i));
          }
        });
  }

  /// The results are native histograms, which the API gives by their buckets only.
  static final class HistogramResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistogramResultException() {
      super("the result is a native histogram", null, false, false);
    }
  }
}

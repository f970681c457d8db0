package dev.firedrill.client;

import dev.firedrill.labels.Labels;

/// Takes the series of an answer one after another, while it comes. Where an answer breaks off and
/// is asked for again, a new sink takes it.
public interface SeriesSink {
  /// Begins a series; its samples follow.
  ///
  /// @param labels those of the series; none for a scalar
  void series(Labels labels);

  /// A sample of the series.
  ///
  /// @param time epoch milliseconds
  void sample(long time, double value);

  /// A sample that is a native histogram, of which the API gives buckets but not the form.
  ///
  /// @param time epoch milliseconds
  void histogram(long time);

  /// A sample that is a native histogram, for those who want its buckets.
  ///
  /// @param time epoch milliseconds
  default void histogram(long time, ServedHistogram histogram) {
    histogram(time);
  }

  /// Something that PromQL remarks on the result, `PromQL info: …`, after all samples.
  ///
  /// @param text as the server gave it
  default void remark(String text) {}
}

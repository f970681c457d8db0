package dev.firedrill.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;

/// Histograms for tests.
final class Histograms {
  private Histograms() {}

  /// {@return the histogram that a series notation describes}
  static NativeHistogram histogram(String notation) {
    SeriesResult result = SeriesNotation.parse("{} " + notation);
    assertThat(result).isInstanceOf(SeriesResult.Parsed.class);
    SeriesValue value = ((SeriesResult.Parsed) result).series().values().getFirst();
    return ((SeriesValue.HistogramSample) value).histogram();
  }
}

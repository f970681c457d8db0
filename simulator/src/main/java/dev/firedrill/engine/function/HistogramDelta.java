package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.HistogramIncrease;
import dev.firedrill.histogram.NativeHistogram;
import java.util.List;
import java.util.Optional;

/// `rate`, `increase` and `delta` of native histograms: as of numbers, bucket by bucket.
///
/// @param counter whether resets are made good
record HistogramDelta(boolean counter, boolean perSecond, CallArguments call)
    implements WindowKernel {
  @Override
  public boolean apply(Window window) {
    if (window.size() < 2) {
      return false;
    }
    List<NativeHistogram> histograms =
        HistogramOverTime.of(window.samples(), window.from(), window.to());
    HistogramIncrease increase = HistogramIncrease.of(histograms, counter);
    for (HistogramIncrease.Note note : increase.notes()) {
      call.annotations().add(annotation(note, window.metric(), call.span(0)));
    }
    Optional<NativeHistogram> value = increase.value();
    if (value.isEmpty()) {
      return false;
    }
    NativeHistogram delta = value.get();
    double factor =
        Extrapolation.factor(window, counter, histograms.getFirst().count(), delta.count());
    if (perSecond) {
      factor /= window.range() / 1000.0;
    }
    return window.give(delta.times(factor));
  }

  private static Annotation annotation(HistogramIncrease.Note note, String metric, Span span) {
    return switch (note) {
      case NOT_COUNTER -> HistogramNotes.notCounter(metric, span);
      case NOT_GAUGE -> HistogramNotes.notGauge(metric, span);
      case MIXED_SCHEMAS -> HistogramNotes.mixedSchemas(metric, span);
      case RECONCILED_SUBTRACTING -> HistogramNotes.reconciledBounds("subtraction", span);
      case RECONCILED_ADDING -> HistogramNotes.reconciledBounds("addition", span);
    };
  }
}

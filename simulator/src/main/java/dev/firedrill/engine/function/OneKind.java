package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.series.Samples;

/// A range function of windows that hold either numbers or native histograms; of both there is no
/// result.
final class OneKind implements WindowKernel {
  private final int[] histogramsBefore;
  private final WindowKernel ofNumbers;
  private final WindowKernel ofHistograms;
  private final Annotations annotations;
  private final Span span;

  private OneKind(
      Samples samples,
      WindowKernel ofNumbers,
      WindowKernel ofHistograms,
      Annotations annotations,
      Span span) {
    this.histogramsBefore = new int[samples.size() + 1];
    for (int i = 0; i < samples.size(); i++) {
      histogramsBefore[i + 1] = histogramsBefore[i] + (samples.isHistogram(i) ? 1 : 0);
    }
    this.ofNumbers = ofNumbers;
    this.ofHistograms = ofHistograms;
    this.annotations = annotations;
    this.span = span;
  }

  /// {@return the function that looks which samples a window holds}
  static RangeFunction of(RangeFunction numbers, RangeFunction histograms, CallArguments call) {
    return samples ->
        samples.mayHoldHistograms()
            ? new OneKind(
                samples,
                numbers.over(samples),
                histograms.over(samples),
                call.annotations(),
                call.span(0))
            : numbers.over(samples);
  }

  @Override
  public boolean apply(Window window) {
    int histograms = histogramsBefore[window.to()] - histogramsBefore[window.from()];
    if (histograms == 0) {
      return ofNumbers.apply(window);
    }
    if (histograms == window.size()) {
      return ofHistograms.apply(window);
    }
    annotations.add(HistogramNotes.mixedWithNumbers(window.metric(), span));
    return false;
  }
}

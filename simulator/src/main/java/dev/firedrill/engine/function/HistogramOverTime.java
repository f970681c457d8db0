package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.HistogramTotal;
import dev.firedrill.histogram.IncompatibleBucketsException;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;

/// `sum_over_time` and `avg_over_time` of native histograms.
final class HistogramOverTime {
  private static final String DURING = "aggregation";

  private HistogramOverTime() {}

  static RangeFunction sum(CallArguments call) {
    return RangeFunction.stateless(window -> total(window, false, call));
  }

  static RangeFunction average(CallArguments call) {
    return RangeFunction.stateless(window -> total(window, true, call));
  }

  private static boolean total(Window window, boolean average, CallArguments call) {
    Annotations annotations = call.annotations();
    Span span = call.span(0);
    List<NativeHistogram> histograms = of(window.samples(), window.from(), window.to());
    NativeHistogram first = histograms.getFirst();
    HistogramTotal total = average ? HistogramTotal.average(first) : HistogramTotal.sum(first);
    try {
      histograms.subList(1, histograms.size()).forEach(total::add);
    } catch (IncompatibleBucketsException e) {
      annotations.add(HistogramNotes.mixedSchemas(window.metric(), span));
      return false;
    }
    if (total.hintsCollided()) {
      annotations.add(HistogramNotes.conflictingResets(DURING, span));
    }
    if (total.reconciledBounds()) {
      annotations.add(HistogramNotes.reconciledBounds(DURING, span));
    }
    return window.give(total.result());
  }

  /// {@return the histograms among a stretch of samples}
  static List<NativeHistogram> of(Samples samples, int from, int to) {
    List<NativeHistogram> histograms = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      NativeHistogram histogram = samples.histogram(i);
      if (histogram != null) {
        histograms.add(histogram);
      }
    }
    return histograms;
  }
}

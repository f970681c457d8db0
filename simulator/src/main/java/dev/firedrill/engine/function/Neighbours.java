package dev.firedrill.engine.function;

import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;

/// Functions of each sample and the one before it.
final class Neighbours {
  private Neighbours() {}

  /// `irate` and `idelta`: from the last sample but one to the last.
  static WindowKernel instant(Samples samples, boolean rate) {
    return window -> {
      if (window.size() < 2) {
        return false;
      }
      int last = window.to() - 1;
      long distance = samples.time(last) - samples.time(last - 1);
      if (distance == 0) {
        return false;
      }
      double before = samples.value(last - 1);
      double now = samples.value(last);
      boolean reset = rate && (now < before || StartTimestamps.restarts(samples, last));
      double delta = reset ? now : now - before;
      return window.give(rate ? delta / (distance / 1000.0) : delta);
    };
  }

  /// `irate` and `idelta` of windows whose last two samples are both numbers or both histograms.
  static RangeFunction instant(boolean rate, CallArguments call) {
    return samples -> {
      WindowKernel numbers = instant(samples, rate);
      return window -> {
        int last = window.to() - 1;
        if (window.size() < 2) {
          return false;
        }
        NativeHistogram before = samples.histogram(last - 1);
        NativeHistogram now = samples.histogram(last);
        if (before == null && now == null) {
          return numbers.apply(window);
        }
        if (before == null || now == null) {
          call.annotations().add(HistogramNotes.mixedWithNumbers(window.metric(), call.span(0)));
          return false;
        }
        double seconds = (samples.time(last) - samples.time(last - 1)) / 1000.0;
        return instant(window, before, now, rate ? seconds : 0, call);
      };
    };
  }

  private static boolean instant(
      Window window,
      NativeHistogram before,
      NativeHistogram now,
      double seconds,
      CallArguments call) {
    boolean rate = seconds > 0;
    Annotations annotations = call.annotations();
    int gauges = isGauge(before) + isGauge(now);
    if (rate && gauges > 0) {
      annotations.add(HistogramNotes.notCounter(window.metric(), call.span(0)));
    } else if (!rate && gauges < 2) {
      annotations.add(HistogramNotes.notGauge(window.metric(), call.span(0)));
    }
    NativeHistogram delta = now;
    boolean restarts = StartTimestamps.restarts(window.samples(), window.to() - 1);
    if (!rate || !(restarts || now.isResetAfter(before))) {
      if (before.hasCustomBounds() != now.hasCustomBounds()) {
        annotations.add(HistogramNotes.mixedSchemas(window.metric(), call.span(0)));
        return false;
      }
      if (now.needsReconciling(before)) {
        annotations.add(HistogramNotes.reconciledBounds("subtraction", call.span(0)));
      }
      delta = now.minus(before);
    }
    delta = delta.withHint(CounterResetHint.GAUGE).compacted();
    return window.give(rate ? delta.dividedBy(seconds) : delta);
  }

  private static int isGauge(NativeHistogram histogram) {
    return histogram.hint() == CounterResetHint.GAUGE ? 1 : 0;
  }

  /// `changes`: how often a sample differs from the one before.
  static WindowKernel changes(Samples samples) {
    int[] changesBefore = new int[samples.size()];
    for (int i = 1; i < changesBefore.length; i++) {
      changesBefore[i] = changesBefore[i - 1] + (isChange(samples, i) ? 1 : 0);
    }
    return window -> window.give(changesBefore[window.to() - 1] - changesBefore[window.from()]);
  }

  private static boolean isChange(Samples samples, int index) {
    NativeHistogram before = samples.histogram(index - 1);
    NativeHistogram now = samples.histogram(index);
    if (before != null && now != null) {
      return !now.sameAs(before);
    }
    double value = samples.value(index);
    double valueBefore = samples.value(index - 1);
    boolean bothNaN = Double.isNaN(value) && Double.isNaN(valueBefore);
    return now != null || before != null || (value != valueBefore && !bothNaN);
  }

  /// `resets`: how often a sample starts again from zero.
  static WindowKernel resets(Samples samples) {
    CounterResets resets = new CounterResets(samples);
    return window -> window.give(resets.count(window));
  }
}

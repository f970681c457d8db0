package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.HistogramIncrease;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `rate`, `increase` and `delta` of native histograms: as of numbers, bucket by bucket.
///
/// Two neighbours are compared once, not in every window that holds them.
final class HistogramDelta implements WindowKernel {
  private static final byte RESET = 1;
  private static final byte NO_RESET = 2;

  private final Samples samples;
  private final boolean counter;
  private final boolean perSecond;
  private final CallArguments call;
  // by number of the sample, 0 where it was not compared yet
  private final byte[] compared;

  /// @param counter whether resets are made good
  HistogramDelta(Samples samples, boolean counter, boolean perSecond, CallArguments call) {
    this.samples = samples;
    this.counter = counter;
    this.perSecond = perSecond;
    this.call = call;
    this.compared = new byte[samples.size()];
  }

  @Override
  public boolean apply(Window window) {
    boolean fromZero = counter && Extrapolation.startsInside(window);
    if (window.size() < 2 && !fromZero) {
      return false;
    }
    Optional<NativeHistogram> value = window.size() < 2 ? only(window) : increase(window);
    if (value.isEmpty()) {
      return false;
    }
    NativeHistogram delta = value.get();
    NativeHistogram first = first(window);
    if (fromZero && window.size() > 1) {
      delta = delta.plus(first);
    }
    double factor = Extrapolation.factor(window, counter, first.count(), delta.count());
    if (perSecond) {
      factor /= window.range() / 1000.0;
    }
    return window.give(delta.times(factor));
  }

  private static NativeHistogram first(Window window) {
    return Objects.requireNonNull(window.samples().histogram(window.from()));
  }

  private static Optional<NativeHistogram> only(Window window) {
    return Optional.of(first(window).withHint(CounterResetHint.GAUGE));
  }

  private Optional<NativeHistogram> increase(Window window) {
    List<NativeHistogram> histograms = HistogramOverTime.of(samples, window.from(), window.to());
    HistogramIncrease increase = HistogramIncrease.of(histograms, counter, resets(window.from()));
    for (HistogramIncrease.Note note : increase.notes()) {
      call.annotations().add(annotation(note, window.metric(), call.span(0)));
    }
    return increase.value();
  }

  private HistogramIncrease.Resets resets(int from) {
    return new HistogramIncrease.Resets() {
      @Override
      public boolean isKnownBefore(int index) {
        return StartTimestamps.restarts(samples, from + index);
      }

      @Override
      public boolean isFoundBefore(int index) {
        return isReset(from + index);
      }
    };
  }

  private boolean isReset(int index) {
    if (compared[index] == 0) {
      NativeHistogram before = Objects.requireNonNull(samples.histogram(index - 1));
      NativeHistogram now = Objects.requireNonNull(samples.histogram(index));
      compared[index] = now.isResetAfter(before) ? RESET : NO_RESET;
    }
    return compared[index] == RESET;
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

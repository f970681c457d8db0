package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.series.Samples;
import org.jspecify.annotations.Nullable;

/// A range function of numbers that leaves out the native histograms among them.
final class NumbersAlone implements WindowKernel {
  private final Samples numbers;
  private final WindowKernel kernel;
  private final Annotations annotations;
  private final Span span;
  private @Nullable Window inner;

  private NumbersAlone(Samples numbers, WindowKernel kernel, Annotations annotations, Span span) {
    this.numbers = numbers;
    this.kernel = kernel;
    this.annotations = annotations;
    this.span = span;
  }

  /// {@return the function, applied to what is left without histograms}
  static RangeFunction of(RangeFunction function, CallArguments call) {
    return samples -> {
      if (!samples.mayHoldHistograms()) {
        return function.over(samples);
      }
      Samples numbers = samples.numbers();
      return new NumbersAlone(numbers, function.over(numbers), call.annotations(), call.span(0));
    };
  }

  @Override
  public boolean apply(Window window) {
    Window own = inner == null ? window.on(numbers) : inner;
    inner = own;
    if (!own.moveTo(window.end(), window.step(), window.parameter())) {
      return false;
    }
    if (own.size() < window.size()) {
      annotations.add(HistogramNotes.ignoredInRange(window.metric(), span));
    }
    return kernel.apply(own) && window.give(own.result());
  }
}

package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import org.jspecify.annotations.Nullable;

/// `rate`, `increase` and `delta`: the difference between the last and the first sample, stretched
/// to the whole window as far as the samples suggest that the series goes on.
final class ExtrapolatedDelta implements WindowKernel {
  private final Samples samples;
  private final @Nullable CounterResets resets;
  private final boolean perSecond;

  private ExtrapolatedDelta(Samples samples, boolean counter, boolean perSecond) {
    this.samples = samples;
    this.resets = counter ? new CounterResets(samples) : null;
    this.perSecond = perSecond;
  }

  static WindowKernel rate(Samples samples) {
    return of(samples, true, true);
  }

  static WindowKernel increase(Samples samples) {
    return of(samples, true, false);
  }

  static WindowKernel delta(Samples samples) {
    return of(samples, false, false);
  }

  private static WindowKernel of(Samples samples, boolean counter, boolean perSecond) {
    ExtrapolatedDelta general = new ExtrapolatedDelta(samples, counter, perSecond);
    return samples.mayHaveStarts() || samples.mayHoldHistograms()
        ? general
        : new PlainDelta(samples, general.resets, perSecond, general);
  }

  @Override
  public boolean apply(Window window) {
    boolean fromZero = resets != null && Extrapolation.startsInside(window);
    if (window.size() < 2 && !fromZero) {
      return false;
    }
    int first = window.from();
    int last = window.to() - 1;
    double delta = samples.value(last) - samples.value(first);
    if (resets != null) {
      delta = resets.correct(delta, window);
    }
    if (fromZero) {
      delta += samples.value(first);
    }
    double factor = Extrapolation.factor(window, resets != null, samples.value(first), delta);
    if (perSecond) {
      factor /= window.range() / 1000.0;
    }
    return window.give(delta * factor);
  }
}

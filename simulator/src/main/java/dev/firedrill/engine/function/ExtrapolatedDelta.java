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
    return new ExtrapolatedDelta(samples, true, true);
  }

  static WindowKernel increase(Samples samples) {
    return new ExtrapolatedDelta(samples, true, false);
  }

  static WindowKernel delta(Samples samples) {
    return new ExtrapolatedDelta(samples, false, false);
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

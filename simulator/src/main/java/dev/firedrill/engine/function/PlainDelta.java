package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import org.jspecify.annotations.Nullable;

/// `rate`, `increase` and `delta` of numbers that do not say when their counters started: as
/// [ExtrapolatedDelta], with what depends on the times alone worked out once for all series that
/// have samples at the same times.
final class PlainDelta implements BatchKernel {
  private final Samples samples;
  private final @Nullable CounterResets resets;
  private final boolean perSecond;
  private final WindowKernel single;

  /// @param resets null for a gauge
  /// @param single the same function, window by window
  PlainDelta(
      Samples samples, @Nullable CounterResets resets, boolean perSecond, WindowKernel single) {
    this.samples = samples;
    this.resets = resets;
    this.perSecond = perSecond;
    this.single = single;
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public boolean apply(Window window) {
    return single.apply(window);
  }

  @Override
  public void apply(WindowBatch windows, double[] results) {
    int[] from = windows.from();
    int[] to = windows.to();
    WindowBatch.Stretch stretch = windows.stretch();
    CounterResets counter = resets;
    double seconds = windows.range() / 1000.0;
    for (int window = 0; window < windows.count(); window++) {
      double first = samples.value(from[window]);
      double delta = samples.value(to[window] - 1) - first;
      double sampled = stretch.sampled(window);
      double toStart = stretch.toStart(window);
      if (counter != null) {
        delta = counter.correct(delta, from[window], to[window]);
        toStart = Extrapolation.toZero(first, delta, sampled, toStart);
      }
      double factor = sampled == 0 ? 1 : (sampled + toStart + stretch.toEnd(window)) / sampled;
      if (perSecond) {
        factor /= seconds;
      }
      results[window] = delta * factor;
    }
  }
}

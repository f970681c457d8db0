package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// A function of the samples within a window.
@FunctionalInterface
public interface RangeFunction {
  /// {@return what computes it for one series}
  WindowKernel over(Samples samples);

  /// {@return a function that keeps nothing from window to window}
  static RangeFunction stateless(WindowKernel kernel) {
    return samples -> kernel;
  }
}

package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// How far `rate`, `increase` and `delta` stretch what they see between the first and the last
/// sample of a window.
final class Extrapolation {
  private Extrapolation() {}

  /// {@return by what the difference is multiplied}
  ///
  /// @param window holds at least two samples
  /// @param counter whether the series goes back no further than to zero
  /// @param first the value of the first sample, or the count of a histogram
  /// @param delta the difference between the first and the last sample
  static double factor(Window window, boolean counter, double first, double delta) {
    Samples samples = window.samples();
    long firstTime = samples.time(window.from());
    long lastTime = samples.time(window.to() - 1);
    double toStart = (firstTime - window.start()) / 1000.0;
    double toEnd = (window.end() - lastTime) / 1000.0;
    double sampled = (lastTime - firstTime) / 1000.0;
    double average = window.size() > 1 ? sampled / (window.size() - 1) : 0;
    double threshold = average * 1.1;
    if (counter && startsInside(window)) {
      toStart = 0;
      sampled = (lastTime - samples.start(window.from())) / 1000.0;
    } else {
      toStart = toStart >= threshold ? average / 2 : toStart;
      toStart = counter ? toZero(first, delta, sampled, toStart) : toStart;
    }
    if (toEnd >= threshold) {
      toEnd = average / 2;
    }
    return sampled == 0 ? 1 : (sampled + toStart + toEnd) / sampled;
  }

  /// {@return whether the first sample says that its counter began, from zero, within the window}
  static boolean startsInside(Window window) {
    long start = window.samples().start(window.from());
    return start != 0 && start > window.start() && start < window.samples().time(window.from());
  }

  /// {@return how far a counter goes back: it cannot have been below zero}
  static double toZero(double first, double delta, double sampled, double otherwise) {
    if (delta > 0 && first >= 0) {
      double zero = sampled * (first / delta);
      return zero < otherwise ? zero : otherwise;
    }
    return otherwise;
  }
}

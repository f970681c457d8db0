package dev.firedrill.engine.function;

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
      boolean reset = rate && now < before;
      double delta = reset ? now : now - before;
      return window.give(rate ? delta / (distance / 1000.0) : delta);
    };
  }

  /// `changes`: how often the value differs from the one before.
  static WindowKernel changes(Samples samples) {
    int[] changesBefore = new int[samples.size()];
    for (int i = 1; i < changesBefore.length; i++) {
      double before = samples.value(i - 1);
      double now = samples.value(i);
      boolean changed = now != before && !(Double.isNaN(now) && Double.isNaN(before));
      changesBefore[i] = changesBefore[i - 1] + (changed ? 1 : 0);
    }
    return window -> window.give(changesBefore[window.to() - 1] - changesBefore[window.from()]);
  }

  /// `resets`: how often the value is less than the one before.
  static WindowKernel resets(Samples samples) {
    CounterResets resets = new CounterResets(samples);
    return window -> window.give(resets.count(window));
  }
}

package dev.firedrill.engine.function;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.Arrays;

/// Where a counter starts again: the samples that are less than the one before, and those that are
/// a histogram after a number or the other way round, or say that they start anew.
final class CounterResets {
  private final Samples samples;
  private int[] resets = new int[4];
  private int count;
  private int first;

  CounterResets(Samples samples) {
    this.samples = samples;
    for (int i = 1; i < samples.size(); i++) {
      if (isReset(samples, i)) {
        add(i);
      }
    }
  }

  private static boolean isReset(Samples samples, int index) {
    if (StartTimestamps.restarts(samples, index)) {
      return true;
    }
    NativeHistogram before = samples.histogram(index - 1);
    NativeHistogram now = samples.histogram(index);
    if (before != null && now != null) {
      return now.isResetAfter(before);
    }
    return before != null || now != null || samples.value(index) < samples.value(index - 1);
  }

  private void add(int index) {
    if (count == resets.length) {
      resets = Arrays.copyOf(resets, count * 2);
    }
    resets[count++] = index;
  }

  /// {@return `delta` and, for each reset after the first sample of the window, the value lost by
  ///     it, added up in the order of time}
  double correct(double delta, Window window) {
    int reset = firstWithin(window);
    double corrected = delta;
    while (reset < count && resets[reset] < window.to()) {
      corrected += samples.value(resets[reset] - 1);
      reset++;
    }
    return corrected;
  }

  /// {@return the number of resets after the first sample of the window}
  int count(Window window) {
    int reset = firstWithin(window);
    int found = 0;
    while (reset + found < count && resets[reset + found] < window.to()) {
      found++;
    }
    return found;
  }

  // Windows come in the order of time, so what has left never comes back.
  private int firstWithin(Window window) {
    while (first < count && resets[first] <= window.from()) {
      first++;
    }
    return first;
  }
}

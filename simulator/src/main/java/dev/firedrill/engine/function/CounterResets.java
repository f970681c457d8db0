package dev.firedrill.engine.function;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a counter starts again: the samples that are less than the one before, and those that are
/// a histogram after a number or the other way round, or say that they start anew.
final class CounterResets {
  // So many additions in a window cost less than to find out whether they can be done beforehand.
  private static final int FEW = 16;

  private final Samples samples;
  private int[] resets = new int[4];
  private int count;
  private int first;
  private int end;
  // by number of resets, the sum of what they lose, where no such sum is ever rounded
  private final long @Nullable [] lostBefore;

  CounterResets(Samples samples) {
    this.samples = samples;
    if (samples.mayHoldHistograms() || samples.mayHaveStarts()) {
      findAmongAll();
    } else {
      findAmongNumbers();
    }
    boolean whole = count > FEW && WholeSums.of(samples, WholeSums.LIMIT / 2).isPresent();
    this.lostBefore = whole ? sums() : null;
  }

  private void findAmongAll() {
    for (int i = 1; i < samples.size(); i++) {
      if (isReset(samples, i)) {
        add(i);
      }
    }
  }

  private void findAmongNumbers() {
    double before = Double.NaN;
    for (int i = 0; i < samples.size(); i++) {
      double now = samples.value(i);
      if (now < before) {
        add(i);
      }
      before = now;
    }
  }

  private long[] sums() {
    long[] sums = new long[count + 1];
    for (int i = 0; i < count; i++) {
      sums[i + 1] = sums[i] + (long) samples.value(resets[i] - 1);
    }
    return sums;
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
    return correct(delta, window.from(), window.to());
  }

  /// {@return the same for a window of the samples from one index to before another}
  double correct(double delta, int from, int to) {
    slideTo(from, to);
    if (first == end) {
      return delta;
    }
    return lostBefore == null
        ? addLost(delta, first, end)
        : delta + (lostBefore[end] - lostBefore[first]);
  }

  /// {@return `sum` and the values lost by the resets at the samples from one index to another,
  ///     both included, added up in the order of time}
  double lostBetween(double sum, int from, int to) {
    return addLost(sum, firstNotBefore(from), firstNotBefore(to + 1));
  }

  private double addLost(double sum, int from, int to) {
    double lost = sum;
    for (int i = from; i < to; i++) {
      lost += samples.value(resets[i] - 1);
    }
    return lost;
  }

  private int firstNotBefore(int index) {
    int place = Arrays.binarySearch(resets, 0, count, index);
    return place < 0 ? -place - 1 : place;
  }

  /// {@return the number of resets after the first sample of the window}
  int count(Window window) {
    slideTo(window.from(), window.to());
    return end - first;
  }

  // Windows come in the order of time, so what has left never comes back.
  private void slideTo(int from, int to) {
    while (first < count && resets[first] <= from) {
      first++;
    }
    end = Math.max(end, first);
    while (end < count && resets[end] < to) {
      end++;
    }
  }
}

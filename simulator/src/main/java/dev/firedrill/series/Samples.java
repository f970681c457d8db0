package dev.firedrill.series;

import dev.firedrill.labels.StaleNaN;
import java.util.Arrays;

/// The samples of one series, or a stretch of them: times and values in two arrays, oldest first.
///
/// A stretch made by [#between] shares the arrays of the series it was cut from, and nothing can be
/// appended to it. Values are kept as raw bits, so a staleness marker is a value for which
/// [StaleNaN#isStale] holds.
public final class Samples {
  private long[] times;
  private double[] values;
  private final int from;
  private final boolean stretch;
  private int to;

  /// An empty series to which samples can be appended.
  public Samples() {
    this(new long[8], new double[8], 0, 0, false);
  }

  private Samples(long[] times, double[] values, int from, int to, boolean stretch) {
    this.times = times;
    this.values = values;
    this.from = from;
    this.to = to;
    this.stretch = stretch;
  }

  /// Samples of the given times and values.
  ///
  /// @param times epoch milliseconds, strictly rising
  /// @param values as many as there are times
  public static Samples of(long[] times, double[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException("one value a time is wanted");
    }
    return new Samples(times, values, 0, times.length, false);
  }

  /// {@return the number of samples}
  public int size() {
    return to - from;
  }

  /// {@return whether there is no sample}
  public boolean isEmpty() {
    return to == from;
  }

  /// {@return the time of a sample, in epoch milliseconds}
  public long time(int index) {
    return times[from + index];
  }

  /// {@return the value of a sample, a staleness marker among them}
  public double value(int index) {
    return values[from + index];
  }

  /// {@return the time of the last sample, or [Long#MIN_VALUE] where there is none}
  public long lastTime() {
    return isEmpty() ? Long.MIN_VALUE : times[to - 1];
  }

  /// Adds a sample at the end.
  ///
  /// @param time epoch milliseconds, later than all that are there
  public void append(long time, double value) {
    if (stretch || (to > from && time <= times[to - 1])) {
      throw new IllegalArgumentException("samples are appended to a series, in order of time");
    }
    if (to == times.length) {
      int capacity = Math.max(8, to + (to >> 1));
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    times[to] = time;
    values[to] = value;
    to++;
  }

  /// {@return the index of the first sample after `time`, or [#size]}
  public int firstAfter(long time) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - from;
  }

  /// {@return the samples of a stretch of time, both ends included}
  public Samples between(long first, long last) {
    int start = first == Long.MIN_VALUE ? 0 : firstAfter(first - 1);
    int end = Math.max(start, firstAfter(last));
    return new Samples(times, values, from + start, from + end, true);
  }

  /// {@return these samples without staleness markers}
  public Samples withoutStaleness() {
    int kept = 0;
    for (int i = from; i < to; i++) {
      kept += StaleNaN.isStale(values[i]) ? 0 : 1;
    }
    return kept == size() ? this : copyWithoutStaleness(kept);
  }

  private Samples copyWithoutStaleness(int kept) {
    long[] keptTimes = new long[kept];
    double[] keptValues = new double[kept];
    int next = 0;
    for (int i = from; i < to; i++) {
      if (!StaleNaN.isStale(values[i])) {
        keptTimes[next] = times[i];
        keptValues[next++] = values[i];
      }
    }
    return new Samples(keptTimes, keptValues, 0, kept, false);
  }
}

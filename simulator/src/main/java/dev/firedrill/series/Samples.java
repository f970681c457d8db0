package dev.firedrill.series;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The samples of one series, or a stretch of them: times and values in two arrays, oldest first.
///
/// Numbers take 16 bytes each; a series that grows has taken memory for up to half as many more.
///
/// A stretch made by [#between] shares the arrays of the series it was cut from, and nothing can be
/// appended to it. Values are kept as raw bits, so a staleness marker is a value for which
/// [StaleNaN#isStale] holds; series of native histograms end by the same marker.
///
/// A sample may say when its counter started, in epoch milliseconds; 0 where it is not known.
/// Series that say nothing take no memory for it.
///
/// A sample is a number or a native histogram. A series of numbers alone takes no memory for
/// histograms; the value of a sample that is a histogram is NaN.
public final class Samples {
  private long[] times;
  private double[] values;
  // as long as the other arrays, null for numbers; not there before the first histogram
  private @Nullable NativeHistogram @Nullable [] histograms;
  // as long as the other arrays, 0 where not known; not there before the first that is known
  private long @Nullable [] starts;
  private final int from;
  private final boolean stretch;
  private int to;

  /// An empty series to which samples can be appended.
  public Samples() {
    this(new long[8], new double[8], null, null, 0, 0, false);
  }

  private Samples(
      long[] times,
      double[] values,
      @Nullable NativeHistogram @Nullable [] histograms,
      long @Nullable [] starts,
      int from,
      int to,
      boolean stretch) {
    this.times = times;
    this.values = values;
    this.histograms = histograms;
    this.starts = starts;
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
    return new Samples(times, values, null, null, 0, times.length, false);
  }

  /// {@return these samples, their times being those of other series with the same ones}
  Samples sharing(SharedTimes shared) {
    if (isEmpty() || stretch || from > 0) {
      return this;
    }
    return new Samples(shared.of(times, 0, to), values, histograms, starts, 0, to, true);
  }

  /// {@return whether there are numbers alone, which do not say when their counters started}
  boolean isPlain() {
    return histograms == null && starts == null;
  }

  /// {@return plain samples and others that come after them; in the array of the former where they
  ///     are nobody else's any more and there is room}
  ///
  /// @param owned whether the array of the former may be written to
  static Samples followed(Samples before, boolean owned, Samples after, SharedTimes shared) {
    int keep = before.size();
    int size = keep + after.size();
    int from = before.from;
    boolean room = owned && before.values.length >= size;
    double[] values = room ? before.values : new double[size + size / 8];
    System.arraycopy(before.values, from, values, 0, keep);
    System.arraycopy(after.values, after.from, values, keep, after.size());
    long[] times = shared.joined(before.times, from, before.to, after.times, after.from, after.to);
    return new Samples(times, values, null, null, 0, size, true);
  }

  /// {@return the samples of all pieces, each of which starts after the one before has ended}
  static Samples succession(List<Samples> pieces) {
    int size = 0;
    boolean plain = true;
    for (Samples piece : pieces) {
      size += piece.size();
      plain &= piece.histograms == null && piece.starts == null;
    }
    Samples all = new Samples(new long[size], new double[size], null, null, 0, 0, false);
    for (Samples piece : pieces) {
      if (plain) {
        System.arraycopy(piece.times, piece.from, all.times, all.to, piece.size());
        System.arraycopy(piece.values, piece.from, all.values, all.to, piece.size());
        all.to += piece.size();
      } else {
        for (int i = 0; i < piece.size(); i++) {
          all.append(piece, i);
        }
      }
    }
    return all;
  }

  /// {@return the number of samples}
  public int size() {
    return to - from;
  }

  /// {@return whether there is no sample}
  public boolean isEmpty() {
    return to == from;
  }

  /// {@return whether another series has samples at the same times, as far as can be told at once}
  @SuppressWarnings("ReferenceEquality") // others take long to compare
  public boolean hasTimesOf(Samples other) {
    return times == other.times && from == other.from && to == other.to;
  }

  /// {@return the time of a sample, in epoch milliseconds}
  public long time(int index) {
    return times[from + index];
  }

  /// {@return the value of a sample, a staleness marker among them; NaN where the sample is a
  ///     native histogram}
  public double value(int index) {
    return values[from + index];
  }

  /// {@return the native histogram that a sample is; null where it is a number}
  public @Nullable NativeHistogram histogram(int index) {
    return histograms == null ? null : histograms[from + index];
  }

  /// {@return whether a sample is a native histogram}
  public boolean isHistogram(int index) {
    return histograms != null && histograms[from + index] != null;
  }

  /// {@return whether there may be native histograms: never for a series of numbers, but for a
  ///     stretch of numbers cut from a series that has both}
  public boolean mayHoldHistograms() {
    return histograms != null;
  }

  /// {@return when the counter of a sample started, in epoch milliseconds; 0 where it is not known}
  public long start(int index) {
    return starts == null ? 0 : starts[from + index];
  }

  /// {@return whether any sample may say when its counter started}
  public boolean mayHaveStarts() {
    return starts != null;
  }

  /// {@return these samples without the starts of counters; nothing can be appended to them}
  public Samples withoutStarts() {
    return starts == null ? this : new Samples(times, values, histograms, null, from, to, true);
  }

  /// {@return the time of the last sample, or [Long#MIN_VALUE] where there is none}
  public long lastTime() {
    return isEmpty() ? Long.MIN_VALUE : times[to - 1];
  }

  /// Adds a number at the end.
  ///
  /// @param time epoch milliseconds, later than all that are there
  public void append(long time, double value) {
    append(time, value, null, 0);
  }

  /// Adds a native histogram at the end.
  ///
  /// @param time epoch milliseconds, later than all that are there
  public void append(long time, NativeHistogram histogram) {
    append(time, StaleNaN.NORMAL_NAN, histogram, 0);
  }

  /// Adds a sample of another series at the end.
  public void append(Samples other, int index) {
    append(other.time(index), other.value(index), other.histogram(index), other.start(index));
  }

  /// Says when the counter of the last sample started.
  ///
  /// @param start epoch milliseconds; 0 where it is not known
  public void startLast(long start) {
    if (stretch || isEmpty()) {
      throw new IllegalStateException("there is no sample that can be changed");
    }
    if (start != 0) {
      starts = starts == null ? new long[times.length] : starts;
      starts[to - 1] = start;
    }
  }

  private void append(long time, double value, @Nullable NativeHistogram histogram, long start) {
    if (stretch || (to > from && time <= times[to - 1])) {
      throw new IllegalArgumentException("samples are appended to a series, in order of time");
    }
    if (to == times.length) {
      int capacity = Math.max(8, to + (to >> 1));
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
      histograms = histograms == null ? null : Arrays.copyOf(histograms, capacity);
      starts = starts == null ? null : Arrays.copyOf(starts, capacity);
    }
    times[to] = time;
    values[to] = value;
    if (histogram != null) {
      histograms = histograms == null ? new @Nullable NativeHistogram[times.length] : histograms;
      histograms[to] = histogram;
    }
    to++;
    startLast(start);
  }

  /// Gives back the memory that was taken for samples to come. What is left is 16 bytes a number.
  public void trim() {
    if (to == times.length || stretch) {
      return;
    }
    times = Arrays.copyOf(times, to);
    values = Arrays.copyOf(values, to);
    histograms = histograms == null ? null : Arrays.copyOf(histograms, to);
    starts = starts == null ? null : Arrays.copyOf(starts, to);
  }

  /// {@return how many samples there is memory for}
  int capacity() {
    return times.length;
  }

  /// {@return the same samples at other times}
  ///
  /// @param millis by how much later; negative for earlier
  public Samples movedBy(long millis) {
    Samples moved = new Samples();
    for (int i = 0; i < size(); i++) {
      long start = start(i) == 0 ? 0 : start(i) + millis;
      moved.append(time(i) + millis, value(i), histogram(i), start);
    }
    return moved;
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
    return new Samples(times, values, histograms, starts, from + start, from + end, true);
  }

  /// {@return these samples without staleness markers}
  public Samples withoutStaleness() {
    return mayBeStale() ? kept(index -> !StaleNaN.isStale(value(index))) : this;
  }

  private boolean mayBeStale() {
    for (int i = from; i < to; i++) {
      if (Double.isNaN(values[i])) {
        return true;
      }
    }
    return false;
  }

  /// {@return those of these samples that are numbers}
  public Samples numbers() {
    return mayHoldHistograms() ? kept(index -> !isHistogram(index)) : this;
  }

  private Samples kept(IntPredicate wanted) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += wanted.test(i) ? 1 : 0;
    }
    if (count == size()) {
      return this;
    }
    Samples kept = new Samples(new long[count], new double[count], null, null, 0, 0, false);
    for (int i = 0; i < size(); i++) {
      if (wanted.test(i)) {
        kept.append(this, i);
      }
    }
    return kept;
  }
}

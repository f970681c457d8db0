package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// The windows of a run of steps over one series: which of its samples each holds. Series with
/// samples at the same times have the same windows, which are found once for all of them.
public final class WindowBatch {
  private final long[] ends;
  private final long range;
  private final int[] rows;
  private final int[] from;
  private final int[] to;
  private final Stretch stretch;
  private Samples samples = new Samples();
  private int count;
  // samples in the smallest window of all
  private int fewest;
  private boolean stretched;

  /// Windows of no series yet.
  ///
  /// @param ends of the windows of all steps, included, in epoch milliseconds, never falling
  /// @param range milliseconds; the start of a window does not belong to it
  public WindowBatch(long[] ends, long range) {
    this.ends = ends;
    this.range = range;
    this.rows = new int[ends.length];
    this.from = new int[ends.length];
    this.to = new int[ends.length];
    this.stretch = new Stretch(ends.length);
  }

  /// Goes on to another series.
  public void over(Samples other) {
    boolean same = other.hasTimesOf(samples);
    samples = other;
    if (!same) {
      find();
      stretched = false;
    }
  }

  private void find() {
    int size = samples.size();
    int start = ends.length == 0 ? 0 : samples.firstAfter(ends[0] - range);
    int end = ends.length == 0 ? 0 : Math.max(start, samples.firstAfter(ends[0]));
    count = 0;
    fewest = Integer.MAX_VALUE;
    for (int row = 0; row < ends.length; row++) {
      long last = ends[row];
      while (end < size && samples.time(end) <= last) {
        end++;
      }
      while (start < end && samples.time(start) <= last - range) {
        start++;
      }
      if (start < end) {
        rows[count] = row;
        from[count] = start;
        to[count++] = end;
        fewest = Math.min(fewest, end - start);
      }
    }
  }

  /// {@return the samples of the series}
  public Samples samples() {
    return samples;
  }

  /// {@return how many windows hold samples; all others are left out}
  public int count() {
    return count;
  }

  /// {@return whether the window of each step holds so many samples}
  ///
  /// @param least at least 1
  public boolean isComplete(int least) {
    return count == ends.length && fewest >= least;
  }

  /// {@return the number of the step of a window, from 0}
  public int row(int window) {
    return rows[window];
  }

  /// {@return the indexes of the first samples inside, as long as there are steps}
  public int[] from() {
    return from;
  }

  /// {@return the indexes after the last samples inside, as long as there are steps}
  public int[] to() {
    return to;
  }

  /// {@return the length of the windows in milliseconds}
  long range() {
    return range;
  }

  /// {@return how the windows reach beyond their samples}
  Stretch stretch() {
    if (!stretched) {
      stretched = true;
      for (int window = 0; window < count; window++) {
        long end = ends[rows[window]];
        int size = to[window] - from[window];
        stretch.set(
            window,
            samples.time(from[window]),
            samples.time(to[window] - 1),
            end - range,
            end,
            size);
      }
    }
    return stretch;
  }

  /// What extrapolation takes from times alone, in seconds.
  static final class Stretch {
    private final double[] sampled;
    private final double[] toStart;
    private final double[] toEnd;

    Stretch(int windows) {
      this.sampled = new double[windows];
      this.toStart = new double[windows];
      this.toEnd = new double[windows];
    }

    // The operations are those of [Extrapolation], in the same order.
    private void set(int window, long first, long last, long start, long end, int size) {
      double between = (last - first) / 1000.0;
      double average = size > 1 ? between / (size - 1) : 0;
      double threshold = average * 1.1;
      double before = (first - start) / 1000.0;
      double after = (end - last) / 1000.0;
      sampled[window] = between;
      toStart[window] = before >= threshold ? average / 2 : before;
      toEnd[window] = after >= threshold ? average / 2 : after;
    }

    /// {@return from the first to the last sample}
    double sampled(int window) {
      return sampled[window];
    }

    /// {@return how far the series is taken to go back before the first sample}
    double toStart(int window) {
      return toStart[window];
    }

    /// {@return how far the series is taken to go on after the last sample}
    double toEnd(int window) {
      return toEnd[window];
    }
  }
}

package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.RangeInput.Reach;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import org.jspecify.annotations.Nullable;

/// The samples of one series that a range function sees at a step. One object slides from step to
/// step; it never goes back.
public final class Window {
  private final Samples samples;
  private final long range;
  private final Reach reach;
  private final String metric;
  private int from;
  private int to;
  private long end;
  private long step;
  private double parameter;
  private double result;
  private @Nullable NativeHistogram histogram;

  /// A window before all samples.
  ///
  /// @param range milliseconds
  public Window(Samples samples, long range) {
    this(samples, range, Reach.NONE, "");
  }

  /// A window before all samples.
  ///
  /// @param range milliseconds
  /// @param reach which samples beyond the window count as inside
  /// @param metric the name of the series; empty where it has none
  public Window(Samples samples, long range, Reach reach, String metric) {
    this.reach = reach;
    this.metric = metric;
    this.samples = samples;
    this.range = range;
  }

  /// Moves on to a step.
  ///
  /// @param windowEnd epoch milliseconds, included; not before that of the step before
  /// @param stepTime epoch milliseconds
  /// @param stepParameter the scalar argument at this step; 0 where there is none
  /// @return whether there is any sample
  public boolean moveTo(long windowEnd, long stepTime, double stepParameter) {
    end = windowEnd;
    step = stepTime;
    parameter = stepParameter;
    while (to < samples.size() && samples.time(to) <= end + reach.after()) {
      to++;
    }
    while (from < to && samples.time(from) <= end - range - reach.before()) {
      from++;
    }
    return from < to;
  }

  /// Jumps to the samples from which it slides on, for a batch that does not start at the first
  /// step.
  ///
  /// @param windowEnd epoch milliseconds
  public void startAt(long windowEnd) {
    from = samples.firstAfter(windowEnd - range - reach.before());
    to = Math.max(from, samples.firstAfter(windowEnd + reach.after()));
  }

  /// Leaves out all samples before the last one that is not after the start.
  public void anchor() {
    while (from < to - 1 && samples.time(from + 1) <= start()) {
      from++;
    }
  }

  /// {@return a window just like this on other samples, before all of them}
  Window on(Samples other) {
    return new Window(other, range, reach, metric);
  }

  /// {@return the name of the series, for what there is to say; empty where it has none}
  public String metric() {
    return metric;
  }

  /// {@return all samples of the series}
  public Samples samples() {
    return samples;
  }

  /// {@return the index of the first sample inside}
  public int from() {
    return from;
  }

  /// {@return the index after the last sample inside}
  public int to() {
    return to;
  }

  /// {@return the number of samples inside}
  public int size() {
    return to - from;
  }

  /// {@return the start, which does not belong to the window, in epoch milliseconds}
  public long start() {
    return end - range;
  }

  /// {@return the end, included, in epoch milliseconds}
  public long end() {
    return end;
  }

  /// {@return the length in milliseconds}
  public long range() {
    return range;
  }

  /// {@return the time of the step, in epoch milliseconds}
  public long step() {
    return step;
  }

  /// {@return the scalar argument at the step}
  public double parameter() {
    return parameter;
  }

  /// Says what the function comes to.
  ///
  /// @return true, for a kernel to return
  public boolean give(double value) {
    result = value;
    histogram = null;
    return true;
  }

  /// Says what the function comes to, a native histogram.
  ///
  /// @return true, for a kernel to return
  public boolean give(NativeHistogram value) {
    histogram = value;
    return true;
  }

  /// Says that the function comes to a sample.
  ///
  /// @return true, for a kernel to return
  public boolean giveSample(int index) {
    @Nullable NativeHistogram sample = samples.histogram(index);
    return sample == null ? give(samples.value(index)) : give(sample);
  }

  /// {@return the number that the kernel said last}
  public double result() {
    return result;
  }

  /// {@return the histogram that the kernel said last; null where it was a number}
  public @Nullable NativeHistogram histogram() {
    return histogram;
  }
}

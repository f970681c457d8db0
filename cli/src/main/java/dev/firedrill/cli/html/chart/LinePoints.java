package dev.firedrill.cli.html.chart;

import java.util.Arrays;
import java.util.BitSet;

/// A line of a chart, thinned out as it comes in: of each bucket of steps the least and the
/// greatest value stay, so that no peak is lost; ends of gaps and chosen steps stay as they are.
///
/// What stays is a list of points in the order of time; a value that does not change takes two.
public final class LinePoints {
  private final int bucket;
  private final BitSet exact;
  private int[] steps = new int[16];
  private double[] values = new double[16];
  private final BitSet breaks = new BitSet();
  private int size;

  private int lastStep = -2;
  private double lastValue;
  private boolean lastKept;
  private int filled = -1;
  private int leastStep;
  private double least;
  private int greatestStep;
  private double greatest;

  /// A line without points.
  ///
  /// @param bucket steps that are thinned out together; all points stay where it is 2 or less
  /// @param exact steps whose values stay
  public LinePoints(int bucket, BitSet exact) {
    this.bucket = bucket;
    this.exact = exact;
  }

  /// Adds a value.
  ///
  /// @param step greater than that of the value before; where steps are left out, the line breaks
  public void add(int step, double value) {
    boolean first = step != lastStep + 1;
    if (first && lastStep >= 0) {
      endOfRun();
    }
    boolean kept = first || bucket <= 2 || exact.get(step) || !Double.isFinite(value);
    if (kept) {
      flush();
      emit(step, value);
    } else {
      collect(step, value);
    }
    lastStep = step;
    lastValue = value;
    lastKept = kept;
  }

  private void collect(int step, double value) {
    int number = step / bucket;
    if (number != filled) {
      flush();
      filled = number;
      leastStep = step;
      greatestStep = step;
      least = value;
      greatest = value;
      return;
    }
    if (value < least) {
      least = value;
      leastStep = step;
    }
    if (value > greatest) {
      greatest = value;
      greatestStep = step;
    }
  }

  private void flush() {
    if (filled < 0) {
      return;
    }
    filled = -1;
    boolean rises = leastStep <= greatestStep;
    emit(rises ? leastStep : greatestStep, rises ? least : greatest);
    if (leastStep != greatestStep) {
      emit(rises ? greatestStep : leastStep, rises ? greatest : least);
    }
  }

  private void endOfRun() {
    flush();
    if (!lastKept && steps[size - 1] != lastStep) {
      emit(lastStep, lastValue);
    }
    breaks.set(size);
  }

  private void emit(int step, double value) {
    boolean same =
        size >= 2
            && !breaks.get(size)
            && !breaks.get(size - 1)
            && equal(values[size - 1], value)
            && equal(values[size - 2], value);
    if (same) {
      steps[size - 1] = step;
      return;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    values[size++] = value;
  }

  private static boolean equal(double one, double other) {
    return Double.doubleToLongBits(one) == Double.doubleToLongBits(other);
  }

  /// Ends the line; nothing may be added any more.
  public void finish() {
    if (lastStep >= 0) {
      endOfRun();
    }
    lastStep = -2;
  }

  /// {@return how many points there are}
  public int size() {
    return size;
  }

  /// {@return the step of a point}
  public int step(int index) {
    return steps[index];
  }

  /// {@return the value of a point}
  public double value(int index) {
    return values[index];
  }

  /// {@return whether the line is broken before a point}
  public boolean isBroken(int index) {
    return index > 0 && breaks.get(index);
  }
}

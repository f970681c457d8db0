package dev.firedrill.cli.html.chart;

import java.util.Arrays;
import java.util.BitSet;

/// A line of a chart that has no more points than it may: as long as all fit, all stay; then
/// buckets
/// of steps are thinned out, each to its least and its greatest value, so that no peak is lost, and
/// buckets grow as the line does. Ends of gaps and chosen steps stay as they are.
///
/// What stays is a list of points in the order of time; a value that does not change takes two.
public final class LinePoints {
  // Of two steps or three the least and the greatest are most of them.
  private static final int FIRST_BUCKET = 4;

  private final BitSet exact;
  private final int wanted;
  private int limit;
  private int bucket = 1;
  private int[] steps = new int[16];
  private double[] values = new double[16];
  private BitSet breaks = new BitSet();
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
  /// @param limit how many points there should be at most; there are more where gaps and chosen
  ///     steps alone are more
  /// @param exact steps whose values stay
  public LinePoints(int limit, BitSet exact) {
    this.wanted = limit;
    this.limit = limit;
    this.exact = (BitSet) exact.clone();
  }

  /// Adds a value.
  ///
  /// @param step greater than that of the value before; where steps are left out, the line breaks
  public void add(int step, double value) {
    boolean first = step != lastStep + 1;
    if (first && lastStep >= 0) {
      endOfRun();
    }
    if (filled < 0 || step / bucket != filled) {
      flush();
      fit();
    }
    boolean kept = first || bucket == 1 || exact.get(step) || !Double.isFinite(value);
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
    if (filled < 0) {
      filled = step / bucket;
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

  /// Thins out until there are no more points than wanted. Steps that were chosen are as others are
  /// where there are too many of them for that.
  ///
  /// @param most how many points there should be at most from now on
  public void fit(int most) {
    flush();
    if (2 * exact.cardinality() > most) {
      exact.clear();
    }
    limit = most;
    fit();
  }

  private void fit() {
    while (size > limit) {
      boolean whole = bucket > steps[size - 1];
      thin(whole ? bucket : Math.max(FIRST_BUCKET, 2 * bucket));
      if (whole && size > limit) {
        // Nothing more can go; it is tried again when there is twice as much.
        limit = 2 * size;
      }
    }
  }

  // Again through buckets, which are made of whole ones from before.
  private void thin(int coarse) {
    int[] oldSteps = steps;
    double[] oldValues = values;
    BitSet oldBreaks = breaks;
    int old = size;
    bucket = coarse;
    steps = new int[Math.max(16, old / 2)];
    values = new double[steps.length];
    breaks = new BitSet();
    size = 0;
    for (int i = 0; i < old; i++) {
      boolean first = i == 0 || oldBreaks.get(i);
      boolean last = i + 1 == old || oldBreaks.get(i + 1);
      if (oldBreaks.get(i) && i > 0) {
        flush();
        breaks.set(size);
      }
      boolean stays =
          first
              || last
              || !Double.isFinite(oldValues[i])
              || exact.get(oldSteps[i])
              || stays(oldSteps, oldValues, i - 1)
              || stays(oldSteps, oldValues, i);
      if (filled >= 0 && (stays || oldSteps[i] / bucket != filled)) {
        flush();
      }
      if (stays) {
        emit(oldSteps[i], oldValues[i]);
      } else {
        collect(oldSteps[i], oldValues[i]);
      }
    }
    flush();
    if (oldBreaks.get(old)) {
      breaks.set(size);
    }
  }

  // Whether a value that does not change between two points covers a bucket, of which nothing else
  // tells, or chosen steps.
  private boolean stays(int[] oldSteps, double[] oldValues, int from) {
    if (!equal(oldValues[from], oldValues[from + 1])) {
      return false;
    }
    int chosen = exact.nextSetBit(oldSteps[from]);
    return oldSteps[from + 1] - oldSteps[from] >= bucket
        || (chosen >= 0 && chosen <= oldSteps[from + 1]);
  }

  /// Ends the line; nothing may be added any more.
  public void finish() {
    if (lastStep >= 0) {
      endOfRun();
    }
    lastStep = -2;
    limit = Math.min(limit, wanted);
    fit();
  }

  /// {@return how many steps the least and the greatest value stand for; 1 where all are there}
  public int bucket() {
    return bucket;
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

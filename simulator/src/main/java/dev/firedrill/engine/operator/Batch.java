package dev.firedrill.engine.operator;

import dev.firedrill.histogram.NativeHistogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Values of several series over a run of steps: one column a series, one row a step, and a bitmap
/// that says where there is a value. A value is a number or a native histogram; memory for
/// histograms is taken when the first one comes.
public final class Batch {
  private final int series;
  private final int steps;
  // series after series, each with all its steps
  private final double[] values;
  private final long[] present;
  // null for numbers
  private @Nullable NativeHistogram @Nullable [] histograms;

  /// A batch without values.
  public Batch(int series, int steps) {
    this.series = series;
    this.steps = steps;
    int cells = Math.multiplyExact(series, steps);
    this.values = new double[cells];
    this.present = new long[(cells + 63) >>> 6];
  }

  /// {@return the number of columns}
  public int series() {
    return series;
  }

  /// {@return the number of rows}
  public int steps() {
    return steps;
  }

  /// {@return whether a series has a value at a step, a number or a histogram}
  public boolean has(int column, int row) {
    int cell = column * steps + row;
    return (present[cell >>> 6] & 1L << cell) != 0;
  }

  /// {@return whether a series has a number at a step}
  public boolean hasNumber(int column, int row) {
    return has(column, row) && histogram(column, row) == null;
  }

  /// {@return the number that a series has at a step; meaningless where there is none}
  public double get(int column, int row) {
    return values[column * steps + row];
  }

  /// {@return the native histogram that a series has at a step; null where it has a number or
  ///     nothing}
  public @Nullable NativeHistogram histogram(int column, int row) {
    return histograms == null ? null : histograms[column * steps + row];
  }

  /// {@return whether no value is a native histogram}
  public boolean hasNumbersOnly() {
    return histograms == null;
  }

  /// Writes a number.
  public void set(int column, int row, double value) {
    int cell = column * steps + row;
    values[cell] = value;
    present[cell >>> 6] |= 1L << cell;
    if (histograms != null) {
      histograms[cell] = null;
    }
  }

  /// Writes a number at every step.
  ///
  /// @param numbers one a step, copied; those beyond the steps are not taken
  public void setAll(int column, double[] numbers) {
    int from = column * steps;
    System.arraycopy(numbers, 0, values, from, steps);
    for (int cell = from; cell < from + steps; ) {
      int next = Math.min((cell | 63) + 1, from + steps);
      present[cell >>> 6] |= -1L << cell & -1L >>> -next;
      cell = next;
    }
    if (histograms != null) {
      Arrays.fill(histograms, from, from + steps, null);
    }
  }

  /// Writes a native histogram.
  public void set(int column, int row, NativeHistogram histogram) {
    int cell = column * steps + row;
    if (histograms == null) {
      histograms = new @Nullable NativeHistogram[values.length];
    }
    histograms[cell] = histogram;
    present[cell >>> 6] |= 1L << cell;
  }

  /// Writes the value that a series has at a step of another batch.
  public void copy(int column, int row, Batch from, int fromColumn, int fromRow) {
    @Nullable NativeHistogram histogram = from.histogram(fromColumn, fromRow);
    if (histogram == null) {
      set(column, row, from.get(fromColumn, fromRow));
    } else {
      set(column, row, histogram);
    }
  }

  /// {@return the first step from a row on at which a series has a value; the number of steps where
  ///     there is none}
  ///
  /// @param row at most the number of steps
  public int nextRow(int column, int row) {
    int end = (column + 1) * steps;
    int cell = column * steps + row;
    while (cell < end) {
      long rest = present[cell >>> 6] >>> cell;
      if (rest != 0) {
        return Math.min(cell + Long.numberOfTrailingZeros(rest), end) - column * steps;
      }
      cell = (cell | 63) + 1;
    }
    return steps;
  }

  /// {@return whether any series has a value at a step}
  public boolean anyAt(int row) {
    for (int column = 0; column < series; column++) {
      if (has(column, row)) {
        return true;
      }
    }
    return false;
  }

  /// Takes away all values.
  public void clear() {
    Arrays.fill(present, 0);
    histograms = null;
  }
}

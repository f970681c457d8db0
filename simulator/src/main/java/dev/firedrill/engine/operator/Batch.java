package dev.firedrill.engine.operator;

import java.util.Arrays;

/// Values of several series over a run of steps: one column a series, one row a step, and a bitmap
/// that says where there is a value.
public final class Batch {
  private final int series;
  private final int steps;
  // series after series, each with all its steps
  private final double[] values;
  private final long[] present;

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

  /// {@return whether a series has a value at a step}
  public boolean has(int column, int row) {
    int cell = column * steps + row;
    return (present[cell >>> 6] & 1L << cell) != 0;
  }

  /// {@return the value of a series at a step; meaningless where there is none}
  public double get(int column, int row) {
    return values[column * steps + row];
  }

  /// Writes a value.
  public void set(int column, int row, double value) {
    int cell = column * steps + row;
    values[cell] = value;
    present[cell >>> 6] |= 1L << cell;
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
  }
}

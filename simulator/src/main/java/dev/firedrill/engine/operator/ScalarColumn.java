package dev.firedrill.engine.operator;

/// Reads scalars.
final class ScalarColumn {
  private ScalarColumn() {}

  /// {@return the value of a scalar at each of a run of steps}
  static double[] read(Operator scalar, int first, int steps) {
    Batch batch = scalar.batch(first, steps);
    double[] values = new double[steps];
    for (int row = 0; row < steps; row++) {
      values[row] = batch.get(0, row);
    }
    return values;
  }
}

package dev.firedrill.engine.operator;

/// A sum with the compensation of Kahan and Neumaier, in Prometheus's order of operations.
public final class KahanSum {
  private double sum;
  private double compensation;

  /// Starts from a value.
  public void start(double value) {
    sum = value;
    compensation = 0;
  }

  /// Starts from a sum and its compensation.
  public void start(double value, double error) {
    sum = value;
    compensation = error;
  }

  /// Adds a value.
  public void add(double value) {
    double next = sum + value;
    if (Double.isInfinite(next)) {
      compensation = 0;
    } else if (Math.abs(sum) >= Math.abs(value)) {
      compensation += (sum - next) + value;
    } else {
      compensation += (value - next) + sum;
    }
    sum = next;
  }

  /// {@return the sum without what was lost in rounding}
  public double sum() {
    return sum;
  }

  /// {@return what was lost in rounding}
  public double compensation() {
    return compensation;
  }

  /// {@return the sum with what was lost in rounding}
  public double total() {
    return sum + compensation;
  }
}

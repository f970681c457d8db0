package dev.firedrill.histogram;

/// A sum and what rounding has taken from it (Kahan and Neumaier), in Prometheus's order of
/// operations.
final class CompensatedNumber {
  private double sum;
  private double lost;

  CompensatedNumber(double sum, double lost) {
    this.sum = sum;
    this.lost = lost;
  }

  CompensatedNumber add(double value) {
    double next = sum + value;
    if (Double.isInfinite(next)) {
      lost = 0;
    } else if (Math.abs(sum) >= Math.abs(value)) {
      lost += (sum - next) + value;
    } else {
      lost += (value - next) + sum;
    }
    sum = next;
    return this;
  }

  double sum() {
    return sum;
  }

  double lost() {
    return lost;
  }

  double total() {
    return sum + lost;
  }
}

package dev.firedrill.engine.operator;

/// The average as Prometheus computes it: a compensated sum that is divided at the end, or, once
/// the sum leaves the range of a double, a mean that is kept up from value to value.
public final class KahanMean {
  private final KahanSum sum = new KahanSum();
  private boolean incremental;
  private double count;

  /// Starts from the first value.
  public void start(double value) {
    sum.start(value);
    incremental = false;
    count = 1;
  }

  /// Adds a value.
  public void add(double value) {
    count++;
    if (!incremental) {
      double before = sum.sum();
      double lost = sum.compensation();
      sum.add(value);
      if (!Double.isInfinite(sum.sum())) {
        return;
      }
      incremental = true;
      sum.start(before / (count - 1), lost / (count - 1));
    }
    double share = (count - 1) / count;
    sum.start(share * sum.sum(), share * sum.compensation());
    sum.add(value / count);
  }

  /// {@return the average of what was added}
  public double mean() {
    return incremental ? sum.total() : sum.sum() / count + sum.compensation() / count;
  }
}

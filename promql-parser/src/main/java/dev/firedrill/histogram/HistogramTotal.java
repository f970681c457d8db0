package dev.firedrill.histogram;

/// The sum or the average of histograms, compensated for rounding, as `sum`, `avg`, `sum_over_time`
/// and `avg_over_time` compute them. Results are not compacted.
public final class HistogramTotal {
  private final boolean average;
  private CompensatedHistogram gathered;
  private double count = 1;
  private boolean incremental;
  private boolean reconciled;
  private boolean sawReset;
  private boolean sawNoReset;

  private HistogramTotal(NativeHistogram first, boolean average) {
    this.gathered = CompensatedHistogram.of(first);
    this.average = average;
    look(first);
  }

  /// {@return a sum that starts from a histogram}
  public static HistogramTotal sum(NativeHistogram first) {
    return new HistogramTotal(first, false);
  }

  /// {@return an average that starts from a histogram}
  public static HistogramTotal average(NativeHistogram first) {
    return new HistogramTotal(first, true);
  }

  /// Adds a histogram.
  ///
  /// @throws IncompatibleBucketsException if some have custom bounds and others have not
  public void add(NativeHistogram next) {
    count++;
    look(next);
    reconciled |= gathered.value().needsReconciling(next);
    if (!average) {
      gathered = gathered.plus(next);
      return;
    }
    if (!incremental) {
      CompensatedHistogram sum = gathered.plus(next);
      if (!sum.hasOverflow()) {
        gathered = sum;
        return;
      }
      incremental = true;
      double before = count - 1;
      gathered = gathered.map(value -> value / before);
    }
    double share = (count - 1) / count;
    gathered = gathered.map(value -> value * share).plus(next.dividedBy(count));
  }

  private void look(NativeHistogram histogram) {
    sawReset |= histogram.hint() == CounterResetHint.COUNTER_RESET;
    sawNoReset |= histogram.hint() == CounterResetHint.NOT_COUNTER_RESET;
  }

  /// {@return the sum or average of what was added}
  public NativeHistogram result() {
    if (!average || incremental) {
      return gathered.total();
    }
    return gathered.map(value -> value / count).total();
  }

  /// {@return whether custom bounds differed, so that only those that all have are left}
  public boolean reconciledBounds() {
    return reconciled;
  }

  /// {@return whether some said that there was a counter reset and others that there was none}
  public boolean hintsCollided() {
    return sawReset && sawNoReset;
  }
}

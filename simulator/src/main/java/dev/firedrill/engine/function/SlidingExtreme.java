package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// `min_over_time` and `max_over_time`: keeps only the samples that can still become the extreme of
/// a window, so that a step costs no more than the samples that enter and leave.
///
/// NaN counts only where there is nothing else. Of equal values the earlier one stays, which tells
/// 0 from -0; where the time matters and not the value, the later one.
final class SlidingExtreme implements WindowKernel {
  private final Samples samples;
  private final boolean greatest;
  private final boolean latest;
  private final int[] candidates;
  private int head;
  private int tail;
  private int seen;

  SlidingExtreme(Samples samples, boolean greatest) {
    this(samples, greatest, false);
  }

  private SlidingExtreme(Samples samples, boolean greatest, boolean latest) {
    this.latest = latest;
    this.samples = samples;
    this.greatest = greatest;
    this.candidates = new int[samples.size()];
  }

  /// `ts_of_min_over_time` and `ts_of_max_over_time`.
  static WindowKernel time(Samples samples, boolean greatest) {
    SlidingExtreme extreme = new SlidingExtreme(samples, greatest, true);
    return window -> window.give(samples.time(extreme.indexIn(window)) / 1000.0);
  }

  @Override
  public boolean apply(Window window) {
    return window.give(samples.value(indexIn(window)));
  }

  private int indexIn(Window window) {
    seen = Math.max(seen, window.from());
    while (seen < window.to()) {
      push(seen++);
    }
    while (head < tail && candidates[head] < window.from()) {
      head++;
    }
    return head < tail ? candidates[head] : window.to() - 1;
  }

  private void push(int index) {
    double value = samples.value(index);
    if (Double.isNaN(value)) {
      return;
    }
    while (head < tail && beats(value, samples.value(candidates[tail - 1]))) {
      tail--;
    }
    candidates[tail++] = index;
  }

  private boolean beats(double value, double other) {
    boolean better = greatest ? value > other : value < other;
    return better || (latest && value == other);
  }
}

package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// `min_over_time` and `max_over_time`: keeps only the samples that can still become the extreme of
/// a window, so that a step costs no more than the samples that enter and leave.
///
/// NaN counts only where there is nothing else; of equal values the earlier one stays, which tells
/// 0 from -0.
final class SlidingExtreme implements WindowKernel {
  private final Samples samples;
  private final boolean greatest;
  private final int[] candidates;
  private int head;
  private int tail;
  private int seen;

  SlidingExtreme(Samples samples, boolean greatest) {
    this.samples = samples;
    this.greatest = greatest;
    this.candidates = new int[samples.size()];
  }

  @Override
  public boolean apply(Window window) {
    seen = Math.max(seen, window.from());
    while (seen < window.to()) {
      push(seen++);
    }
    while (head < tail && candidates[head] < window.from()) {
      head++;
    }
    int best = head < tail ? candidates[head] : window.to() - 1;
    return window.give(samples.value(best));
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
    return greatest ? value > other : value < other;
  }
}

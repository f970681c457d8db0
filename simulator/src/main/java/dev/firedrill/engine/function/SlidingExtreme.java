package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;

/// `min_over_time` and `max_over_time`: keeps only the samples that can still become the extreme of
/// a window, so that a step costs no more than the samples that enter and leave.
///
/// NaN counts only where there is nothing else. Of equal values the earlier one stays, which tells
/// 0 from -0; where the time matters and not the value, the later one.
final class SlidingExtreme implements BatchKernel {
  private final Samples samples;
  private final boolean greatest;
  private final boolean latest;
  private int[] candidates;
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
    this.candidates = new int[Math.min(64, samples.size())];
  }

  /// `ts_of_min_over_time` and `ts_of_max_over_time`.
  static WindowKernel time(Samples samples, boolean greatest) {
    SlidingExtreme extreme = new SlidingExtreme(samples, greatest, true);
    return window ->
        window.give(samples.time(extreme.indexIn(window.from(), window.to())) / 1000.0);
  }

  @Override
  public boolean apply(Window window) {
    return window.give(samples.value(indexIn(window.from(), window.to())));
  }

  @Override
  public void apply(WindowBatch windows, double[] results) {
    int[] from = windows.from();
    int[] to = windows.to();
    for (int window = 0; window < windows.count(); window++) {
      results[window] = samples.value(indexIn(from[window], to[window]));
    }
  }

  private int indexIn(int from, int to) {
    seen = Math.max(seen, from);
    while (seen < to) {
      push(seen++);
    }
    while (head < tail && candidates[head] < from) {
      head++;
    }
    return head < tail ? candidates[head] : to - 1;
  }

  private void push(int index) {
    double value = samples.value(index);
    if (Double.isNaN(value)) {
      return;
    }
    while (head < tail && beats(value, samples.value(candidates[tail - 1]))) {
      tail--;
    }
    if (tail == candidates.length) {
      makeRoom();
    }
    candidates[tail++] = index;
  }

  // Those that have left make room, where they are many.
  private void makeRoom() {
    int length = head > tail / 2 ? candidates.length : candidates.length * 2;
    int[] moved = new int[Math.max(length, 1)];
    System.arraycopy(candidates, head, moved, 0, tail - head);
    candidates = moved;
    tail -= head;
    head = 0;
  }

  private boolean beats(double value, double other) {
    boolean better = greatest ? value > other : value < other;
    return better || (latest && value == other);
  }
}

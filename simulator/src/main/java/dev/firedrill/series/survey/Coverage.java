package dev.firedrill.series.survey;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// The stretches of time that have samples, with holes between them.
final class Coverage {
  private final List<TimeRange> covered = new ArrayList<>();

  /// Adds a stretch that has samples. Those added before started at most `slack` after it.
  ///
  /// @param slack milliseconds that may lie before it without making a hole
  void add(TimeRange run, long slack) {
    TimeRange whole = run;
    while (!covered.isEmpty() && covered.getLast().last() + slack >= whole.first()) {
      whole = covered.removeLast().cover(whole);
    }
    covered.add(whole);
  }

  /// {@return the holes, each from the last sample before to the first after}
  List<TimeRange> gaps() {
    List<TimeRange> gaps = new ArrayList<>();
    for (int i = 1; i < covered.size(); i++) {
      long end = covered.get(i - 1).last();
      long next = covered.get(i).first();
      gaps.add(new TimeRange(end, next));
    }
    return gaps;
  }
}

package dev.firedrill.rules.run;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.series.SeriesSource;

/// Which of a rule's steps one plan is made for: those of the slice of time at hand.
///
/// @param offset milliseconds that the rule looks back: its steps are so much before evaluations
record PlanWindow(PlanSlices slices, long offset) {
  /// {@return the next steps of a grid that one plan is for}
  ///
  /// @param first the index of the first step
  TimeGrid next(TimeGrid grid, int first) {
    long start = grid.time(first);
    long end = slices.endAt(start + offset);
    long left = (long) grid.count() - first;
    long steps = end == Long.MAX_VALUE ? left : (end - offset - start) / grid.step() + 1;
    return new TimeGrid(start, grid.step(), (int) Math.clamp(steps, 1, left));
  }

  /// {@return what plans read of a source}
  SeriesSource read(SeriesSource source) {
    return slices.counted(source);
  }
}

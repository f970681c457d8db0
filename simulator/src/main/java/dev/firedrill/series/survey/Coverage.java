package dev.firedrill.series.survey;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// The stretches of time that have samples, with holes between them.
final class Coverage {
  // Longer than any recording, short enough to be added to its times.
  private static final long ANY = Long.MAX_VALUE / 4;

  private final List<TimeRange> covered = new ArrayList<>();
  private long longest;

  /// Takes note of how long a stretch may be without making a hole, for those of which that is not
  /// known.
  ///
  /// @param slack milliseconds; 0 if unknown
  void learn(long slack) {
    longest = Math.max(longest, slack);
  }

  /// Adds a stretch that has samples. Those added before started at most `slack` after it.
  ///
  /// @param known milliseconds that may lie before it without making a hole; 0 if unknown: as many
  ///     as before any other stretch then, and any number where that is unknown of all
  void add(TimeRange run, long known) {
    long slack = known > 0 ? known : longest > 0 ? longest : ANY;
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

package dev.firedrill.replay;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The time for which there are samples: stretches that start and end with one. Those that are no
/// further apart than samples may be are one.
final class CoveredTime {
  private final TreeMap<Long, Long> stretches = new TreeMap<>();
  private long reach;
  // The stretch that was added to last, in which most of those to come are.
  private long recentFirst;
  private long recentLast = Long.MIN_VALUE;

  /// Says how far samples may be apart from now on, in milliseconds.
  void reach(long millis) {
    reach = millis;
  }

  /// Adds a stretch.
  void add(TimeRange stretch) {
    if (isInRecent(stretch)) {
      return;
    }
    long first = stretch.first();
    long last = stretch.last();
    Map.Entry<Long, Long> near = stretches.floorEntry(last + reach);
    while (near != null && near.getValue() >= first - reach) {
      first = Math.min(first, near.getKey());
      last = Math.max(last, near.getValue());
      stretches.remove(near.getKey());
      near = stretches.floorEntry(last + reach);
    }
    stretches.put(first, last);
    recentFirst = first;
    recentLast = last;
  }

  private boolean isInRecent(TimeRange stretch) {
    return recentFirst <= stretch.first() && stretch.last() <= recentLast;
  }

  /// {@return whether a stretch that starts and ends with a sample has no hole that is not covered,
  ///     wherever its other samples are}
  boolean hasNoHole(TimeRange stretch) {
    if (isInRecent(stretch)) {
      return true;
    }
    long known = stretch.first();
    Map.Entry<Long, Long> next = stretches.floorEntry(known);
    if (next == null || next.getValue() < known) {
      next = stretches.higherEntry(known);
    }
    while (next != null && next.getKey() <= stretch.last()) {
      if (next.getKey() - known > reach) {
        return false;
      }
      known = next.getValue();
      next = stretches.higherEntry(known);
    }
    return stretch.last() - known <= reach;
  }

  /// {@return where nothing is for longer than a time, between the stretches and before and after
  ///     all of them}
  ///
  /// @param whole time before and after which it does not matter what is; the stretches are within
  /// @param longer milliseconds
  List<TimeRange> holes(TimeRange whole, long longer) {
    List<TimeRange> holes = new ArrayList<>();
    long known = whole.first();
    for (Map.Entry<Long, Long> stretch : stretches.entrySet()) {
      if (stretch.getKey() - known > longer) {
        holes.add(new TimeRange(known, stretch.getKey()));
      }
      known = stretch.getValue();
    }
    if (whole.last() - known > longer) {
      holes.add(new TimeRange(known, whole.last()));
    }
    return holes;
  }
}

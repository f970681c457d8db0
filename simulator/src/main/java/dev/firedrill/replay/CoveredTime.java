package dev.firedrill.replay;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The time for which there are samples: stretches that start and end with one. Those that are no
/// further apart than samples may be are one.
///
/// How far that is may differ from stretch to stretch; between two the longer counts.
final class CoveredTime {
  private final TreeMap<Long, Stretch> stretches = new TreeMap<>();
  // The stretch that was added to last, in which most of those to come are.
  private long recentFirst;
  private long recentLast = Long.MIN_VALUE;

  /// What is known from a time on.
  ///
  /// @param before how far its first sample may be from one before, in milliseconds
  /// @param after how far its last sample may be from one after
  private record Stretch(long last, long before, long after) {}

  /// Adds a stretch.
  ///
  /// @param before how far its first sample may be from one before, in milliseconds
  /// @param after how far its last sample may be from one after, in milliseconds
  void add(TimeRange stretch, long before, long after) {
    if (isInRecent(stretch)) {
      return;
    }
    long first = stretch.first();
    Stretch added = new Stretch(stretch.last(), before, after);
    Map.@Nullable Entry<Long, Stretch> near = stretches.floorEntry(added.last() + after);
    while (near != null && near.getValue().last() >= first - before) {
      Stretch other = near.getValue();
      added =
          new Stretch(
              Math.max(added.last(), other.last()),
              near.getKey() < first ? other.before() : added.before(),
              other.last() > added.last() ? other.after() : added.after());
      first = Math.min(first, near.getKey());
      stretches.remove(near.getKey());
      near = stretches.floorEntry(added.last() + after);
    }
    stretches.put(first, added);
    recentFirst = first;
    recentLast = added.last();
  }

  private boolean isInRecent(TimeRange stretch) {
    return recentFirst <= stretch.first() && stretch.last() <= recentLast;
  }

  /// {@return whether a stretch that starts and ends with a sample has no hole that is not covered,
  ///     wherever its other samples are}
  ///
  /// @param reach how far samples may be apart, in milliseconds
  boolean hasNoHole(TimeRange stretch, long reach) {
    if (isInRecent(stretch)) {
      return true;
    }
    long known = stretch.first();
    Map.@Nullable Entry<Long, Stretch> next = stretches.floorEntry(known);
    if (next == null || next.getValue().last() < known) {
      next = stretches.higherEntry(known);
    }
    while (next != null && next.getKey() <= stretch.last()) {
      if (next.getKey() - known > reach) {
        return false;
      }
      known = next.getValue().last();
      next = stretches.higherEntry(known);
    }
    return stretch.last() - known <= reach;
  }

  /// {@return where nothing is for longer than samples may be apart, between the stretches and
  ///     before and after all of them}
  ///
  /// @param whole time before and after which it does not matter what is; the stretches are within
  /// @param longer than which all of it is a hole if there are no stretches, in milliseconds
  List<TimeRange> holes(TimeRange whole, long longer) {
    List<TimeRange> holes = new ArrayList<>();
    long known = whole.first();
    long after = stretches.isEmpty() ? longer : 0;
    for (Map.Entry<Long, Stretch> each : stretches.entrySet()) {
      Stretch stretch = each.getValue();
      if (each.getKey() - known > Math.max(after, stretch.before())) {
        holes.add(new TimeRange(known, each.getKey()));
      }
      known = stretch.last();
      after = stretch.after();
    }
    if (whole.last() - known > after) {
      holes.add(new TimeRange(known, whole.last()));
    }
    return holes;
  }
}

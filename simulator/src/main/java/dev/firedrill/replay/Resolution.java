package dev.firedrill.replay;

import dev.firedrill.series.TimeRange;
import java.util.List;

/// Recorded series whose samples are about as far apart, so that a hole in one is a hole in the
/// others: those of fast scrapes tell of an outage that slow ones do not notice.
///
/// @param step how far their samples are usually apart, in milliseconds; 0 where no series has two
/// @param series how many have samples in the replayed time
/// @param gaps stretches of time without any of their samples, far longer than these are apart
public record Resolution(long step, int series, List<TimeRange> gaps) {
  public Resolution {
    gaps = List.copyOf(gaps);
  }

  /// {@return whether none of the series has a sample around any time of a stretch}
  /// @param from its first time, in epoch milliseconds
  /// @param to its last
  boolean isInGap(long from, long to) {
    for (TimeRange gap : gaps) {
      if (gap.first() < to && from <= gap.last()) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether a gap of series whose samples are closer together is one of these, too: by as
  ///     little as these may be apart they are not at the same times}
  boolean shares(TimeRange own, TimeRange finer) {
    long reach = SampleSteps.HOLE * step;
    return Math.abs(own.first() - finer.first()) <= reach
        && Math.abs(own.last() - finer.last()) <= reach;
  }
}

package dev.firedrill.cli.option;

import dev.firedrill.cli.input.HoldingTime;
import dev.firedrill.series.TimeRange;
import org.jspecify.annotations.Nullable;

/// The time of interest in sources that have more than that, and go on: servers; and in those that
/// say no time: scrapes.
///
/// @param first epoch milliseconds; null for all that there is
/// @param last epoch milliseconds
/// @param holding for how long samples that say no time are held constant
public record DataBounds(@Nullable Long first, long last, HoldingTime holding) {
  /// {@return one moment, and for what is held constant the time up to it}
  public static DataBounds at(long time) {
    return new DataBounds(time, time, HoldingTime.until(time));
  }

  /// {@return the same with samples that say no time held constant for another time}
  DataBounds holding(HoldingTime other) {
    return new DataBounds(first, last, other);
  }

  /// {@return the same, but samples that say no time are there once, at the start}
  public DataBounds holdingOnce() {
    return new DataBounds(first, last, others -> atStart(holding.of(others)));
  }

  private static TimeRange atStart(TimeRange range) {
    return new TimeRange(range.first(), range.first());
  }
}

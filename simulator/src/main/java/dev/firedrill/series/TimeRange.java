package dev.firedrill.series;

/// A stretch of time, both ends included.
///
/// @param first epoch milliseconds
/// @param last epoch milliseconds
public record TimeRange(long first, long last) {
  /// All of time.
  public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /// The last time at which a sample may be, in epoch milliseconds, and, negative, the first: 73
  /// million years from now, so that distances between times can be counted.
  public static final long MOST_MILLIS = 1L << 61;

  /// {@return whether a sample may be at a time}
  /// @param time epoch milliseconds
  public static boolean holds(long time) {
    return time >= -MOST_MILLIS && time <= MOST_MILLIS;
  }

  /// {@return the range that is part of both; its end is before its start where there is none}
  public TimeRange within(TimeRange other) {
    return new TimeRange(Math.max(first, other.first), Math.min(last, other.last));
  }

  /// {@return the smallest range that covers both}
  public TimeRange cover(TimeRange other) {
    return new TimeRange(Math.min(first, other.first), Math.max(last, other.last));
  }
}

package dev.firedrill.replay.noise;

/// Durations as people write them.
final class RoundDuration {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private RoundDuration() {}

  /// {@return the least duration that is not shorter: whole seconds by five up to a minute, minutes
  ///     up to ten, by five up to an hour, and hours}
  static long up(long millis) {
    long unit =
        millis <= MINUTE
            ? 5 * SECOND
            : millis <= 10 * MINUTE ? MINUTE : millis <= HOUR ? 5 * MINUTE : HOUR;
    return -Math.floorDiv(-millis, unit) * unit;
  }
}

package dev.firedrill.replay.noise;

import org.jspecify.annotations.Nullable;

/// What advice against alerts that fire together would have come to, tried on the recording.
///
/// @param notifications how many tell of firing alerts as it is
/// @param concerned how many of them tell of one of the alerts
/// @param inhibited how many there would be with the inhibit rule
/// @param grouped how many there would be if the alerts were in one group; null where that is not
///     advised, or they take no route in common
public record Trial(int notifications, int concerned, int inhibited, @Nullable Integer grouped) {
  // Of ten notifications one.
  private static final int WORTHWHILE = 10;

  /// {@return whether the inhibit rule would have saved more than a few notifications}
  public boolean inhibitionHelps() {
    return helps(inhibited);
  }

  /// {@return whether one group would have saved more than a few notifications}
  public boolean groupingHelps() {
    Integer left = grouped();
    return left != null && helps(left);
  }

  private boolean helps(int left) {
    int saved = notifications - left;
    return saved > 0 && (long) saved * WORTHWHILE >= concerned;
  }
}

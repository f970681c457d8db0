package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Instant;
import java.util.List;

/// A named time interval that routes may refer to.
///
/// @param deprecated whether it stands under `mute_time_intervals`
/// @param windows what it consists of; none: no time lies in it
/// @param location the whole entry
public record TimeInterval(
    Located<String> name, boolean deprecated, List<TimeWindow> windows, Location location) {
  public TimeInterval {
    windows = List.copyOf(windows);
  }

  /// {@return whether a time lies in one of its windows}
  public boolean contains(Instant time) {
    for (TimeWindow window : windows) {
      if (window.contains(time)) {
        return true;
      }
    }
    return false;
  }
}

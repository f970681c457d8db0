package dev.firedrill.replay.noise;

import dev.firedrill.replay.AlertReplay;
import org.jspecify.annotations.Nullable;

/// An alert that fires again and again.
///
/// @param medianMillis how long its firings are, the median
/// @param instances how many of its instances flap
/// @param keepFiring a `keep_firing_for` that makes fewer firings of them; null where none does
/// @param hold a `for` under which the short ones do not fire; null where none are short
public record Flapping(
    AlertReplay alert,
    int flaps,
    long medianMillis,
    int instances,
    @Nullable Remedy keepFiring,
    @Nullable Remedy hold) {
  /// Another setting, and what it would have changed.
  ///
  /// @param millis its value
  /// @param firings how often the alert would have fired
  public record Remedy(long millis, int firings) {}
}

package dev.firedrill.replay.compare;

import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;

/// A replay in numbers.
///
/// @param alerts how many alerting rules there are
/// @param fired how many of them fired
/// @param firings how often instances began to fire
/// @param firingMillis how long all instances together fired
/// @param longestMillis how long the longest of the firings was
/// @param flaps how often an instance fired again soon after it was resolved
public record ReplayTotals(
    int alerts, int fired, int firings, long firingMillis, long longestMillis, int flaps) {
  /// {@return the numbers of a replay}
  public static ReplayTotals of(ReplayReport report) {
    int fired = 0;
    int firings = 0;
    long millis = 0;
    long longest = 0;
    int flaps = 0;
    for (AlertReplay alert : report.alerts()) {
      fired += alert.firings() > 0 ? 1 : 0;
      firings += alert.firings();
      millis += alert.firingMillis();
      longest = Math.max(longest, alert.longestMillis());
      flaps += alert.flaps();
    }
    return new ReplayTotals(report.alerts().size(), fired, firings, millis, longest, flaps);
  }
}

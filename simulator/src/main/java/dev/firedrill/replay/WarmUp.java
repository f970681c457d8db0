package dev.firedrill.replay;

import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.Optional;

/// How far back in time what rules do at the start of a replay depends on the time before: `for`,
/// `keep_firing_for`, ranges, and records that are read over ranges.
///
/// @param wanted milliseconds before the start that matter
/// @param available milliseconds of them that the recording has
/// @param evaluated milliseconds before the start from which rules are evaluated
/// @param whole epoch milliseconds from which on all that matters is recorded, as far as it does
///     not depend on gaps
public record WarmUp(long wanted, long available, long evaluated, long whole) {
  /// {@return what there is to be known before a stretch of time}
  /// @param history what the rules ask for
  public static WarmUp of(RuleHistory history, SeriesSource recording, TimeRange range) {
    return of(history, recording, range, 0);
  }

  /// {@return how many milliseconds more than the rules ask for the recording has, before a stretch
  /// of time}
  /// @param history what the rules ask for
  /// @param most so many at most
  public static long longer(
      RuleHistory history, SeriesSource recording, TimeRange range, long most) {
    long recorded =
        recording.extent().map(all -> Math.max(0, range.first() - all.first())).orElse(0L);
    return Math.clamp(recorded - history.read(), 0, most);
  }

  /// {@return what there is to be known before a stretch of time}
  /// @param history what the rules ask for
  /// @param longer milliseconds more than that
  public static WarmUp of(
      RuleHistory history, SeriesSource recording, TimeRange range, long longer) {
    Optional<TimeRange> extent = recording.extent();
    long recorded = extent.map(all -> Math.max(0, range.first() - all.first())).orElse(0L);
    long wanted = history.read() + longer;
    return new WarmUp(
        wanted,
        Math.min(wanted, recorded),
        Math.min(history.evaluated() + longer, recorded),
        extent.map(TimeRange::first).orElse(range.first()) + wanted);
  }

  /// {@return whether all that matters was there}
  public boolean isWhole() {
    return available >= wanted;
  }
}

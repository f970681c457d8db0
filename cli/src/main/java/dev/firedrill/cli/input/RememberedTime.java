package dev.firedrill.cli.input;

import dev.firedrill.replay.WarmUp;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The time before a replay of which an Alertmanager still knows what it told.
///
/// @param longer milliseconds of it before what the rules ask for, as far as there are samples
/// @param start from when on rules are evaluated, in epoch milliseconds
record RememberedTime(long longer, long start) {
  // Alertmanager remembers what it told for five days at most.
  private static final long MEMORY = Duration.ofDays(5).toMillis();

  /// {@return what is known before a stretch of time}
  static RememberedTime of(
      RuleReplay rules, List<RuleFile> files, SeriesSource source, TimeRange range) {
    List<RuleGroup> groups = new ArrayList<>();
    files.forEach(file -> groups.addAll(file.groups()));
    RuleHistory history = rules.history(RuleGraph.of(groups));
    long longer = WarmUp.longer(history, source, range, MEMORY);
    long evaluated = WarmUp.of(history, source, range, longer).evaluated();
    return new RememberedTime(longer, range.first() - evaluated);
  }
}

package dev.firedrill.replay;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.SeriesSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// A replay with what it left behind, for those who look into single evaluations afterwards.
public final class ReplayTrace {
  private final ReplayReport report;
  private final Engine engine;
  private final SeriesSource recording;
  private final SeriesSource written;
  private final List<RuleGroup> groups;
  private final IdentityHashMap<RuleGroup, TimeGrid> times;

  ReplayTrace(
      ReplayReport report,
      Engine engine,
      SeriesSource recording,
      SeriesSource written,
      List<RuleGroup> groups,
      IdentityHashMap<RuleGroup, TimeGrid> times) {
    this.report = report;
    this.engine = engine;
    this.recording = recording;
    this.written = written;
    this.groups = List.copyOf(groups);
    this.times = times;
  }

  /// {@return what came of it}
  public ReplayReport report() {
    return report;
  }

  /// {@return what evaluated the rules}
  public Engine engine() {
    return engine;
  }

  /// {@return what was replayed, without what the rules wrote themselves}
  public SeriesSource recording() {
    return recording;
  }

  /// {@return all series that rules wrote}
  public SeriesSource written() {
    return written;
  }

  /// {@return all groups, in the order in which those due at the same time are evaluated}
  public List<RuleGroup> groups() {
    return groups;
  }

  /// {@return when a group was evaluated, warming up included; empty where it never was}
  public Optional<TimeGrid> times(RuleGroup group) {
    return Optional.ofNullable(times.get(group));
  }
}

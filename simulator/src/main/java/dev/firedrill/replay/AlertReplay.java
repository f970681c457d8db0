package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.AlertSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one alerting rule did in a replay.
///
/// @param group the rule's group
/// @param times when it was evaluated in the time of interest; null where it was not
/// @param instances in the order in which they were first active
public record AlertReplay(
    Rule.AlertingRule rule,
    RuleGroup group,
    @Nullable TimeGrid times,
    List<AlertTimeline> instances) {
  public AlertReplay {
    instances = List.copyOf(instances);
  }

  /// {@return the same rule with other instances}
  public AlertReplay with(List<AlertTimeline> chosen) {
    return new AlertReplay(rule, group, times(), chosen);
  }

  /// {@return milliseconds between evaluations; 0 where there was none}
  public long step() {
    TimeGrid evaluated = times();
    return evaluated == null ? 0 : evaluated.step();
  }

  /// {@return milliseconds by which it looks into the past: the group's `query_offset`}
  public long offset() {
    Located<Duration> looksBack = group.queryOffset();
    return looksBack == null ? 0 : looksBack.value().toMillis();
  }

  /// {@return the series `ALERTS` that it writes for an instance in a state}
  /// @param labels of the instance
  public Labels series(Labels labels, AlertInterval.Phase phase) {
    return AlertSeries.named(AlertSeries.written(group, rule), labels, phase);
  }

  /// {@return the times at which its expression was evaluated, before the evaluations by the
  ///     offset; empty where it was not}
  public Optional<TimeGrid> queried() {
    TimeGrid evaluated = times();
    return evaluated == null
        ? Optional.empty()
        : Optional.of(
            new TimeGrid(evaluated.start() - offset(), evaluated.step(), evaluated.count()));
  }

  /// {@return the evaluation at which the condition of an interval was no longer true, in epoch
  ///     milliseconds: its end, or before that by `keep_firing_for`}
  public long lostAt(AlertInterval interval) {
    @Nullable Located<Duration> keep = rule.keepFiringFor();
    if (keep == null || step() == 0 || interval.phase() == AlertInterval.Phase.PENDING) {
      return interval.end();
    }
    long kept = Math.ceilDiv(keep.value().toMillis(), step()) * step();
    return Math.max(interval.start(), interval.end() - kept);
  }

  /// {@return how often any instance began to fire}
  public int firings() {
    return instances.stream().mapToInt(instance -> instance.firing().size()).sum();
  }

  /// {@return how long all instances together fired, in milliseconds}
  public long firingMillis() {
    return instances.stream()
        .flatMap(instance -> instance.firing().stream())
        .mapToLong(AlertInterval::length)
        .sum();
  }

  /// {@return how long the longest firing of an instance was, in milliseconds; 0 where none fired}
  public long longestMillis() {
    return instances.stream()
        .flatMap(instance -> instance.firing().stream())
        .mapToLong(AlertInterval::length)
        .max()
        .orElse(0);
  }

  /// {@return how often an instance fired again soon after it was resolved}
  public int flaps() {
    return instances.stream().mapToInt(AlertTimeline::flaps).sum();
  }

  /// {@return the same under another name}
  public AlertReplay named(String name) {
    Rule.AlertingRule other =
        new Rule.AlertingRule(
            new Located<>(name, rule.name().location()),
            rule.expr(),
            rule.holdDuration(),
            rule.keepFiringFor(),
            rule.labels(),
            rule.annotations(),
            rule.location());
    return new AlertReplay(other, group, times(), instances);
  }
}

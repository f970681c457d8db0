package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.rules.Rule;
import java.util.List;

/// What one alerting rule did in a replay.
///
/// @param group the name of the rule's group
/// @param step milliseconds between evaluations; 0 where there was none
/// @param instances in the order in which they were first active
public record AlertReplay(
    Rule.AlertingRule rule, String group, long step, List<AlertTimeline> instances) {
  public AlertReplay {
    instances = List.copyOf(instances);
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

  /// {@return how often an instance fired again soon after it was resolved}
  public int flaps() {
    return instances.stream().mapToInt(AlertTimeline::flaps).sum();
  }
}

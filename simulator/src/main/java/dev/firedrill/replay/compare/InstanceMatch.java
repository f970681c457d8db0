package dev.firedrill.replay.compare;

import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An instance of an alert in two versions: by its labels, or, where the versions give their
/// alerts other labels, by those that both have and that tell instances apart in both.
///
/// @param before null where only the new version has it
/// @param after null where only the old version has it
record InstanceMatch(@Nullable AlertTimeline before, @Nullable AlertTimeline after) {
  /// {@return the instances of both versions that fired, matched}
  ///
  /// @param changed labels that the versions write otherwise, so that they tell nothing
  static List<InstanceMatch> of(
      List<AlertTimeline> before, List<AlertTimeline> after, Set<String> changed) {
    List<AlertTimeline> old = fired(before);
    List<AlertTimeline> now = fired(after);
    Set<String> common = new TreeSet<>(names(old));
    common.retainAll(names(now));
    common.remove(Labels.ALERT_NAME);
    common.removeAll(changed);
    return matched(old, now, common).orElseGet(() -> apart(old, now));
  }

  private static List<AlertTimeline> fired(List<AlertTimeline> all) {
    return all.stream().filter(each -> !each.firing().isEmpty()).toList();
  }

  private static Set<String> names(List<AlertTimeline> instances) {
    Set<String> names = new TreeSet<>();
    for (AlertTimeline instance : instances) {
      for (int i = 0; i < instance.labels().size(); i++) {
        names.add(instance.labels().name(i));
      }
    }
    return names;
  }

  // Empty where the labels do not tell the instances of a version apart.
  private static Optional<List<InstanceMatch>> matched(
      List<AlertTimeline> before, List<AlertTimeline> after, Set<String> names) {
    Map<Labels, AlertTimeline> old = byLabels(before, names);
    Map<Labels, AlertTimeline> now = byLabels(after, names);
    if (old.size() < before.size() || now.size() < after.size()) {
      return Optional.empty();
    }
    List<InstanceMatch> matches = new ArrayList<>();
    now.forEach((labels, instance) -> matches.add(new InstanceMatch(old.remove(labels), instance)));
    old.values().forEach(instance -> matches.add(new InstanceMatch(instance, null)));
    return Optional.of(matches);
  }

  private static Map<Labels, AlertTimeline> byLabels(
      List<AlertTimeline> instances, Collection<String> names) {
    Map<Labels, AlertTimeline> byLabels = new LinkedHashMap<>();
    for (AlertTimeline instance : instances) {
      Labels.Builder kept = new Labels.Builder();
      names.forEach(name -> kept.set(name, instance.labels().get(name)));
      byLabels.put(kept.build(), instance);
    }
    return byLabels;
  }

  private static List<InstanceMatch> apart(List<AlertTimeline> before, List<AlertTimeline> after) {
    List<InstanceMatch> matches = new ArrayList<>();
    after.forEach(instance -> matches.add(new InstanceMatch(null, instance)));
    before.forEach(instance -> matches.add(new InstanceMatch(instance, null)));
    return matches;
  }
}

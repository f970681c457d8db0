package dev.firedrill.replay.noise;

import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.Together.Relation;
import dev.firedrill.rules.LabelText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds alerts that never fire without another.
final class TogetherFinder {
  private static final List<String> SEVERITIES =
      List.of(
          "page",
          "critical",
          "emergency",
          "fatal",
          "high",
          "error",
          "major",
          "warning",
          "warn",
          "medium",
          "minor",
          "low",
          "notice",
          "info",
          "none");

  private final List<AlertReplay> alerts = new ArrayList<>();
  private final Coincidence coincidence;

  /// @param replays of which those count that fired often enough, and not all the time
  TogetherFinder(List<AlertReplay> replays, Set<AlertReplay> always, NoiseLimits limits) {
    for (AlertReplay alert : replays) {
      if (alert.firings() >= limits.togetherFirings() && !always.contains(alert)) {
        alerts.add(alert);
      }
    }
    this.coincidence = new Coincidence(limits);
  }

  /// {@return alerts that fire together, each as target of one source at most}
  List<Together> find() {
    List<AlertReplay> sorted = new ArrayList<>(alerts);
    sorted.sort(
        Comparator.comparingInt(TogetherFinder::severity).thenComparingInt(AlertReplay::firings));
    Set<AlertReplay> targets = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Together> found = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        Optional<Together> pair = pair(sorted.get(i), sorted.get(j));
        if (pair.isPresent() && targets.add(pair.get().targets().getFirst())) {
          add(pair.get(), found);
        }
      }
    }
    return found;
  }

  /// @param grave not less grave than the other
  private Optional<Together> pair(AlertReplay grave, AlertReplay other) {
    Optional<Set<String>> inside = coincidence.within(other, grave);
    Optional<Set<String>> around = coincidence.within(grave, other);
    if (inside.isPresent() && around.isPresent()) {
      Set<String> equal = new TreeSet<>(inside.get());
      equal.retainAll(around.get());
      return Optional.of(together(grave, other, Relation.MUTUAL, equal));
    }
    if (inside.isPresent()) {
      return Optional.of(together(grave, other, Relation.TARGETS_WITHIN, inside.get()));
    }
    return around.map(
        equal ->
            severity(grave) < severity(other)
                ? together(grave, other, Relation.SOURCE_WITHIN, equal)
                : together(other, grave, Relation.TARGETS_WITHIN, equal));
  }

  private static Together together(
      AlertReplay source, AlertReplay target, Relation relation, Set<String> equal) {
    return Together.of(source, List.of(target), relation, List.copyOf(equal));
  }

  /// Joins those that stand alike to one source; one with the source's own name needs words of its
  /// own.
  private static void add(Together one, List<Together> found) {
    for (int i = 0; i < found.size(); i++) {
      Together same = found.get(i);
      if (same.source().equals(one.source())
          && same.relation() == one.relation()
          && !isNamesake(same)
          && !isNamesake(one)
          && same.equal().equals(one.equal())) {
        List<AlertReplay> both = new ArrayList<>(same.targets());
        both.addAll(one.targets());
        found.set(i, Together.of(same.source(), both, same.relation(), same.equal()));
        return;
      }
    }
    found.add(one);
  }

  private static boolean isNamesake(Together together) {
    String name = together.source().rule().name().value();
    return together.targets().getFirst().rule().name().value().equals(name);
  }

  // Unknown ones are neither grave nor slight.
  private static int severity(AlertReplay alert) {
    for (LabelText label : alert.rule().labels()) {
      if (label.name().value().equals("severity")) {
        int rank = SEVERITIES.indexOf(label.value().text().toLowerCase(Locale.ROOT));
        return rank < 0 ? SEVERITIES.indexOf("warning") : rank;
      }
    }
    return SEVERITIES.indexOf("warning");
  }
}

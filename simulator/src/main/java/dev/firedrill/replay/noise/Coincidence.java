package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.rules.LabelText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares when two alerts fire.
record Coincidence(NoiseLimits limits) {
  /// One instance that fires, once.
  private record Window(Labels labels, AlertInterval firing) {}

  /// {@return the labels in which each firing of one alert agrees with the firing of the other that
  ///     it happens in; empty where it happens without}
  Optional<Set<String>> within(AlertReplay one, AlertReplay other) {
    @Nullable Set<String> equal = null;
    long slack = slack(one, other);
    for (AlertTimeline instance : one.instances()) {
      for (AlertInterval firing : instance.firing()) {
        @Nullable Window partner = partner(new Window(instance.labels(), firing), other, slack);
        if (partner == null) {
          return Optional.empty();
        }
        Set<String> agreed = agreed(instance.labels(), partner.labels());
        if (equal == null) {
          equal = agreed;
        } else {
          equal.retainAll(agreed);
        }
      }
    }
    if (equal == null) {
      return Optional.empty();
    }
    removeWritten(one, equal);
    removeWritten(other, equal);
    return Optional.of(equal);
  }

  /// The firing that covers another, of those that do the one with most labels the same.
  private @Nullable Window partner(Window window, AlertReplay other, long slack) {
    @Nullable Window best = null;
    int most = -1;
    for (AlertTimeline instance : other.instances()) {
      int same = agreed(window.labels(), instance.labels()).size();
      for (AlertInterval firing : instance.firing()) {
        if (same > most && covers(firing, window.firing(), slack)) {
          most = same;
          best = new Window(instance.labels(), firing);
        }
      }
    }
    return best;
  }

  // Of alerts that are not evaluated at the same times, what happens at once is seen apart.
  private static long slack(AlertReplay one, AlertReplay other) {
    TimeGrid own = one.times();
    TimeGrid theirs = other.times();
    boolean same =
        own != null
            && theirs != null
            && own.step() == theirs.step()
            && (own.start() - theirs.start()) % own.step() == 0;
    return same ? 0 : Math.max(one.step(), other.step());
  }

  private boolean covers(AlertInterval outer, AlertInterval inner, long slack) {
    long start = Math.max(inner.start(), outer.start() - slack);
    long end = Math.min(inner.end(), outer.end() + slack);
    return end >= start && end - start >= limits.togetherShare() * inner.length();
  }

  private static Set<String> agreed(Labels one, Labels other) {
    Set<String> agreed = new TreeSet<>();
    one.forEach(
        (name, value) -> {
          if (!name.equals(Labels.ALERT_NAME) && value.equals(other.get(name))) {
            agreed.add(name);
          }
        });
    return agreed;
  }

  private static void removeWritten(AlertReplay alert, Set<String> names) {
    Set<String> constant = new HashSet<>();
    for (LabelText label : alert.rule().labels()) {
      if (!label.value().text().contains("{{")) {
        constant.add(label.name().value());
      }
    }
    names.removeAll(constant);
  }
}

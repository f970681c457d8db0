package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.rules.LabelText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares when two alerts fire.
record Coincidence(NoiseLimits limits) {
  /// An instance of the other alert, and the labels in which one agrees with it.
  private record Partner(FiringWindows windows, Set<String> agreed) {}

  /// {@return the labels in which each firing of one alert agrees with the firing of the other that
  ///     it happens in; empty where it happens without}
  Optional<Set<String>> within(AlertReplay one, AlertReplay other) {
    @Nullable Set<String> equal = null;
    long slack = slack(one, other);
    List<FiringWindows> others = FiringWindows.of(other);
    for (FiringWindows instance : FiringWindows.of(one)) {
      List<Partner> partners = partners(instance.labels(), others);
      for (AlertInterval firing : instance.firing()) {
        @Nullable Partner partner = partner(firing, partners, slack);
        if (partner == null) {
          return Optional.empty();
        }
        if (equal == null) {
          equal = new TreeSet<>(partner.agreed());
        } else {
          equal.retainAll(partner.agreed());
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

  /// The instances of another alert, those with most labels the same first.
  private static List<Partner> partners(Labels labels, List<FiringWindows> others) {
    List<Partner> partners = new ArrayList<>(others.size());
    for (FiringWindows other : others) {
      partners.add(new Partner(other, agreed(labels, other.labels())));
    }
    partners.sort(Comparator.comparingInt(partner -> -partner.agreed().size()));
    return partners;
  }

  /// The first that fires around a firing.
  private @Nullable Partner partner(AlertInterval firing, List<Partner> partners, long slack) {
    for (Partner partner : partners) {
      if (partner.windows().cover(firing, slack, limits.togetherShare())) {
        return partner;
      }
    }
    return null;
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

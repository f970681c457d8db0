package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import java.util.List;

/// When one instance fires, ready to be searched.
///
/// @param firing in the order of time
record FiringWindows(Labels labels, List<AlertInterval> firing) {
  /// {@return those of all instances that fire at all}
  static List<FiringWindows> of(AlertReplay alert) {
    return alert.instances().stream()
        .map(FiringWindows::of)
        .filter(windows -> !windows.firing().isEmpty())
        .toList();
  }

  private static FiringWindows of(AlertTimeline instance) {
    return new FiringWindows(instance.labels(), instance.firing());
  }

  /// {@return whether one of the firings covers enough of another}
  /// @param slack milliseconds by which a firing counts as longer, at both ends
  /// @param share of the other that is enough
  boolean cover(AlertInterval inner, long slack, double share) {
    for (int i = firstEndingFrom(inner.start() - slack);
        i < firing.size() && firing.get(i).start() - slack <= inner.end();
        i++) {
      long start = Math.max(inner.start(), firing.get(i).start() - slack);
      long end = Math.min(inner.end(), firing.get(i).end() + slack);
      if (end >= start && end - start >= share * inner.length()) {
        return true;
      }
    }
    return false;
  }

  private int firstEndingFrom(long time) {
    int low = 0;
    int high = firing.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firing.get(middle).end() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

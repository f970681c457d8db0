package dev.firedrill.cli.change;

import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How often each receiver would have been told of firing alerts, by two versions of the rules.
///
/// @param before by receiver and integration, such as `desk (email)`
public record PageCounts(SortedMap<String, Integer> before, SortedMap<String, Integer> after) {
  /// {@return the counts of two logs}
  static PageCounts of(NotificationLog before, NotificationLog after) {
    return new PageCounts(counts(before), counts(after));
  }

  private static SortedMap<String, Integer> counts(NotificationLog log) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Notification told : log.notifications()) {
      if (told.isFiring()) {
        counts.merge(told.receiver() + " (" + told.integration().kind() + ")", 1, Integer::sum);
      }
    }
    return counts;
  }

  /// {@return all receivers that either version tells}
  public SortedSet<String> receivers() {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  /// {@return the receivers that are told more often, or less}
  public SortedSet<String> changed() {
    SortedSet<String> names = receivers();
    names.removeIf(name -> before(name) == after(name));
    return names;
  }

  /// {@return how often the old version tells a receiver}
  public int before(String receiver) {
    return before.getOrDefault(receiver, 0);
  }

  /// {@return how often the new version tells a receiver}
  public int after(String receiver) {
    return after.getOrDefault(receiver, 0);
  }
}

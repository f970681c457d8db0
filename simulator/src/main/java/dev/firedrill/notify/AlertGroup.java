package dev.firedrill.notify;

import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Alerts of one route that have the same group labels, and the timer that sends them.
final class AlertGroup {
  private final MatchedRoute group;
  private final Map<Labels, StoredAlert> alerts = new LinkedHashMap<>();
  private boolean flushed;
  private long armed;

  AlertGroup(MatchedRoute group) {
    this.group = group;
  }

  /// {@return the route, and the labels of the group}
  MatchedRoute group() {
    return group;
  }

  /// {@return milliseconds to wait for more alerts before the first flush}
  long firstWait() {
    return group.route().settings().groupWait().value().toMillis();
  }

  /// {@return milliseconds between flushes}
  long interval() {
    return group.route().settings().groupInterval().value().toMillis();
  }

  void put(StoredAlert alert) {
    alerts.put(alert.labels(), alert);
  }

  boolean isEmpty() {
    return alerts.isEmpty();
  }

  /// {@return whether the timer ran out at least once}
  boolean hasFlushed() {
    return flushed;
  }

  /// Sets the timer.
  ///
  /// @return names this setting of the timer; the one before is void
  long arm() {
    return ++armed;
  }

  /// {@return whether a setting of the timer still holds}
  boolean isArmed(long setting) {
    return armed == setting;
  }

  /// {@return the alerts as they are at a flush}
  List<StoredAlert> snapshot() {
    flushed = true;
    return List.copyOf(alerts.values());
  }

  /// Drops alerts that were told to be resolved and were not posted again meanwhile.
  void dropResolved(Collection<StoredAlert> told, long time) {
    for (StoredAlert alert : told) {
      if (alert.isResolved(time)) {
        alerts.remove(alert.labels(), alert);
      }
    }
  }
}

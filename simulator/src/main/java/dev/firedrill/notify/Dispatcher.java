package dev.firedrill.notify;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteTable;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sorts alerts into groups and lets the groups tick.
///
/// The ticks of a group stand on a grid that starts with its first flush; an alert that joins later
/// waits for the next of them.
final class Dispatcher {
  /// How often servers that keep empty groups look for them, in milliseconds.
  private static final long MAINTENANCE = 30_000;

  private final RouteTable routes;
  private final Behaviour behaviour;
  private final EventQueue queue;
  private final Flush flush;
  private final Map<Key, AlertGroup> groups = new LinkedHashMap<>();

  // The same alerts come again and again.
  private final Map<Labels, List<Target>> targets = new HashMap<>();

  private record Key(String route, Labels labels) {}

  private record Target(MatchedRoute match, Key key) {}

  /// Sends the alerts of a group.
  @FunctionalInterface
  interface Flush {
    /// {@return how it went}
    /// @param time epoch milliseconds
    Result send(MatchedRoute group, List<StoredAlert> alerts, long time);

    /// How a flush went.
    ///
    /// @param complete whether every integration was told, or needed not be
    /// @param end when it was over, in epoch milliseconds
    record Result(boolean complete, long end) {}
  }

  /// A dispatcher without groups.
  ///
  /// @param start when the server started, in epoch milliseconds
  Dispatcher(Route root, Behaviour behaviour, EventQueue queue, Flush flush, long start) {
    this.routes = new RouteTable(root);
    this.behaviour = behaviour;
    this.queue = queue;
    this.flush = flush;
    if (behaviour.keepsEmptyGroups()) {
      queue.timer(start + MAINTENANCE, () -> maintain(start + MAINTENANCE));
    }
  }

  private void maintain(long time) {
    groups.values().removeIf(AlertGroup::isEmpty);
    queue.timer(time + MAINTENANCE, () -> maintain(time + MAINTENANCE));
  }

  /// Takes an alert in.
  void dispatch(StoredAlert alert, long time) {
    for (Target target : targets.computeIfAbsent(alert.labels(), this::targets)) {
      Key key = target.key();
      @Nullable AlertGroup known = groups.get(key);
      AlertGroup group = known == null ? new AlertGroup(target.match()) : known;
      group.put(alert);
      boolean old = alert.startsAt() + group.firstWait() < time;
      if (known == null) {
        groups.put(key, group);
        arm(key, group, old ? time : time + group.firstWait());
      } else if (old && behaviour.oldAlertEndsWait() && !group.hasFlushed()) {
        arm(key, group, time);
      }
    }
  }

  private List<Target> targets(Labels labels) {
    List<Target> found = new ArrayList<>();
    for (MatchedRoute match : routes.match(labels)) {
      found.add(new Target(match, new Key(match.route().id(), match.groupLabels())));
    }
    return found;
  }

  private void arm(Key key, AlertGroup group, long time) {
    long setting = group.arm();
    queue.timer(
        time,
        () -> {
          if (group.isArmed(setting) && groups.get(key) == group) {
            tick(key, group, time);
          }
        });
  }

  private void tick(Key key, AlertGroup group, long time) {
    List<StoredAlert> alerts = group.snapshot();
    Flush.Result result = flush.send(group.group(), alerts, time);
    arm(key, group, Math.max(time + group.interval(), result.end()));
    if (result.complete()) {
      group.dropResolved(alerts, time);
    }
    if (group.isEmpty() && !behaviour.keepsEmptyGroups()) {
      groups.remove(key);
    }
  }
}

package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the integrations of a receiver, each with its own memory of what it was told.
final class NotificationStages {
  // Back-off between attempts, in milliseconds: Alertmanager's without its jitter.
  private static final double FIRST_PAUSE = 500;
  private static final double PAUSE_GROWTH = 1.5;
  private static final double LONGEST_PAUSE = 60_000;
  private static final long SHORTEST_DEADLINE = 10_000;

  private final Receivers receivers;
  private final TellingLog told;
  private final List<Notification> notifications = new ArrayList<>();

  NotificationStages(Receivers receivers, TellingLog told) {
    this.receivers = receivers;
    this.told = told;
  }

  /// {@return all messages sent, in order of time}
  List<Notification> notifications() {
    List<Notification> sorted = new ArrayList<>(notifications);
    sorted.sort(Comparator.comparingLong(Notification::time));
    return sorted;
  }

  /// Tells a receiver of alerts that nothing held back.
  Dispatcher.Flush.Result send(
      MatchedRoute group, Receiver receiver, List<StoredAlert> alerts, long time) {
    Set<Labels> firing = new HashSet<>();
    Set<Labels> resolved = new HashSet<>();
    for (StoredAlert alert : alerts) {
      (alert.isResolved(time) ? resolved : firing).add(alert.labels());
    }
    boolean complete = true;
    long end = time;
    for (Integration integration : receiver.integrations()) {
      Dispatcher.Flush.Result result =
          new Telling(group, receiver, integration, firing, resolved).run(alerts, time);
      complete &= result.complete();
      end = Math.max(end, result.end());
    }
    return new Dispatcher.Flush.Result(complete, end);
  }

  private final class Telling {
    private final MatchedRoute group;
    private final Receiver receiver;
    private final Integration integration;
    private final Set<Labels> firing;
    private final Set<Labels> resolved;

    Telling(
        MatchedRoute group,
        Receiver receiver,
        Integration integration,
        Set<Labels> firing,
        Set<Labels> resolved) {
      this.group = group;
      this.receiver = receiver;
      this.integration = integration;
      this.firing = firing;
      this.resolved = resolved;
    }

    Dispatcher.Flush.Result run(List<StoredAlert> alerts, long time) {
      boolean sendResolved = SendResolved.of(integration);
      Duration repeat = group.route().settings().repeatInterval().value();
      TellingLog.Key key = TellingLog.Key.of(group, integration);
      Optional<Reason> reason =
          Reason.of(firing, resolved, told.find(key, time), sendResolved, time, repeat.toMillis());
      if (reason.isEmpty()) {
        return new Dispatcher.Flush.Result(true, time);
      }
      boolean silent = !sendResolved && firing.isEmpty();
      Dispatcher.Flush.Result result =
          silent
              ? new Dispatcher.Flush.Result(true, time)
              : deliver(sent(alerts, sendResolved, time), reason.get(), time);
      if (result.complete()) {
        told.put(key, new LogEntry(firing, resolved, result.end()), repeat);
      }
      return result;
    }

    private static List<NotifiedAlert> sent(
        List<StoredAlert> alerts, boolean sendResolved, long time) {
      return alerts.stream()
          .map(alert -> NotifiedAlert.of(alert, time))
          .filter(alert -> sendResolved || alert.isFiring())
          .sorted(Comparator.comparing(NotifiedAlert::labels, AlertOrder.INSTANCE))
          .toList();
    }

    private Dispatcher.Flush.Result deliver(List<NotifiedAlert> sent, Reason reason, long time) {
      long deadline =
          time
              + Math.max(
                  group.route().settings().groupInterval().value().toMillis(), SHORTEST_DEADLINE);
      double pause = FIRST_PAUSE;
      long now = time;
      while (true) {
        Delivery answer = receivers.deliver(receiver, integration, now);
        notifications.add(new Notification(now, group, integration, reason, sent, answer));
        if (answer != Delivery.RETRY) {
          return new Dispatcher.Flush.Result(answer == Delivery.OK, now);
        }
        if (now + Math.round(pause) > deadline) {
          return new Dispatcher.Flush.Result(false, deadline);
        }
        now += Math.round(pause);
        pause = Math.min(pause * PAUSE_GROWTH, LONGEST_PAUSE);
      }
    }
  }
}

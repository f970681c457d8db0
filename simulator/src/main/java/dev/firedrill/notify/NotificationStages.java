package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    List<NotifiedAlert> all =
        alerts.stream()
            .map(alert -> NotifiedAlert.of(alert, time))
            .sorted(Comparator.comparing(NotifiedAlert::labels, AlertOrder.INSTANCE))
            .toList();
    boolean complete = true;
    long end = time;
    for (Integration integration : receiver.integrations()) {
      Dispatcher.Flush.Result result = new Telling(group, receiver, integration, all, time).run();
      complete &= result.complete();
      end = Math.max(end, result.end());
    }
    return new Dispatcher.Flush.Result(complete, end);
  }

  private static Set<Labels> labels(List<NotifiedAlert> alerts, Predicate<NotifiedAlert> wanted) {
    return alerts.stream()
        .filter(wanted)
        .map(NotifiedAlert::labels)
        .collect(Collectors.toUnmodifiableSet());
  }

  private final class Telling {
    private final MatchedRoute group;
    private final Receiver receiver;
    private final Integration integration;
    private final List<NotifiedAlert> alerts;
    private final long time;

    Telling(
        MatchedRoute group,
        Receiver receiver,
        Integration integration,
        List<NotifiedAlert> alerts,
        long time) {
      this.group = group;
      this.receiver = receiver;
      this.integration = integration;
      this.alerts = alerts;
      this.time = time;
    }

    Dispatcher.Flush.Result run() {
      Set<Labels> firing = labels(alerts, NotifiedAlert::isFiring);
      Set<Labels> resolved = labels(alerts, alert -> !alert.isFiring());
      boolean sendResolved = SendResolved.of(integration);
      Duration repeat = group.route().settings().repeatInterval().value();
      TellingLog.Key key = TellingLog.Key.of(group, integration);
      Optional<Reason> reason =
          Reason.of(firing, resolved, told.find(key, time), sendResolved, time, repeat.toMillis());
      if (reason.isEmpty()) {
        return new Dispatcher.Flush.Result(true, time);
      }
      boolean silent = !sendResolved && firing.isEmpty();
      List<NotifiedAlert> sent =
          sendResolved ? alerts : alerts.stream().filter(NotifiedAlert::isFiring).toList();
      Dispatcher.Flush.Result result =
          silent ? new Dispatcher.Flush.Result(true, time) : deliver(sent, reason.get());
      if (result.complete()) {
        told.put(key, new LogEntry(firing, resolved, result.end()), repeat);
      }
      return result;
    }

    private Dispatcher.Flush.Result deliver(List<NotifiedAlert> sent, Reason reason) {
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

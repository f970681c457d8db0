package dev.firedrill.notify.scenario;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.scenario.ExpectedNotification;
import dev.firedrill.alertmanager.scenario.ExpectedNotification.ExpectedAlert;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.scenario.ScenarioEvent;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.Delivery;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.notify.PostedAlert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays scenarios.
public final class ScenarioRunner {
  /// How far a notification may be from its expected time, in milliseconds: scenarios that were
  /// observed on a server have tenths of a second.
  private static final long TOLERANCE = 100;

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final Behaviour behaviour;

  /// Plays them on a version of Alertmanager.
  public ScenarioRunner(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /// {@return how often a group may tick in a scenario: what playing it takes time and memory for}
  public static long ticks(Scenario scenario, AlertmanagerConfig config) {
    long shortest = Long.MAX_VALUE;
    for (Route route : config.route().all()) {
      shortest = Math.min(shortest, route.settings().groupInterval().value().toMillis());
    }
    return scenario.until() / Math.max(1, shortest);
  }

  /// {@return how a scenario goes}
  public ScenarioOutcome run(Scenario scenario, AlertmanagerConfig config) {
    long start = scenario.start().toEpochMilli();
    AlertmanagerSimulation server =
        new AlertmanagerSimulation(
            config, behaviour, new FailingReceivers(start, scenario.events()), start);
    int silences = 0;
    for (ScenarioEvent event : scenario.events()) {
      long time = start + event.time();
      switch (event) {
        case ScenarioEvent.Post post ->
            server.post(time, post.alerts().stream().map(alert -> posted(alert, start)).toList());
        case ScenarioEvent.MakeSilence silence ->
            server.silence(
                time,
                new Silence(
                    "silence " + ++silences,
                    silence.matchers(),
                    start + silence.startsAt(),
                    start + silence.endsAt()));
        case ScenarioEvent.Fail fail -> {}
      }
    }
    return compared(scenario, server.runUntil(start + scenario.until()));
  }

  private static PostedAlert posted(ScenarioEvent.Alert alert, long start) {
    return new PostedAlert(
        alert.labels(),
        alert.annotations(),
        absolute(start, alert.startsAt()),
        absolute(start, alert.endsAt()));
  }

  private static @Nullable Long absolute(long start, @Nullable Long time) {
    return time == null ? null : start + time;
  }

  private ScenarioOutcome compared(Scenario scenario, NotificationLog log) {
    List<Notification> unexpected = new ArrayList<>(log.notifications());
    List<ExpectedNotification> missing = new ArrayList<>();
    long start = scenario.start().toEpochMilli();
    for (ExpectedNotification expected : scenario.expected(behaviour != Behaviour.V0_25)) {
      int found = -1;
      for (int i = 0; i < unexpected.size() && found < 0; i++) {
        found = matches(expected, unexpected.get(i), start) ? i : -1;
      }
      if (found < 0) {
        missing.add(expected);
      } else {
        unexpected.remove(found);
      }
    }
    return new ScenarioOutcome(scenario, missing, unexpected, log);
  }

  private static boolean matches(ExpectedNotification expected, Notification got, long start) {
    String status = expected.status();
    String key = expected.groupKey();
    Labels group = expected.groupLabels();
    Integer answer = expected.httpStatus();
    List<ExpectedAlert> alerts = expected.alerts();
    return Math.abs(start + expected.time() - got.time()) <= TOLERANCE
        && IntegrationNames.isCalled(expected.receiver(), got.receiver(), got.integration())
        && (status == null || status.equals("firing") == got.isFiring())
        && (key == null || key.equals(got.group().groupKey()))
        && (group == null || group.equals(got.group().groupLabels()))
        && (answer == null || delivery(answer) == got.delivery())
        && (alerts == null || sameAlerts(alerts, got.alerts()));
  }

  private static Delivery delivery(int status) {
    if (status < OK + 100) {
      return Delivery.OK;
    }
    return status < SERVER_ERROR ? Delivery.REFUSED : Delivery.RETRY;
  }

  // An alert named by one label value may mean several, so the ones that are told in full go first.
  private static boolean sameAlerts(List<ExpectedAlert> expected, List<NotifiedAlert> got) {
    if (expected.size() != got.size()) {
      return false;
    }
    List<NotifiedAlert> left = new ArrayList<>(got);
    List<ExpectedAlert> order = new ArrayList<>(expected);
    order.sort((one, other) -> Boolean.compare(one.labels() == null, other.labels() == null));
    for (ExpectedAlert alert : order) {
      boolean found = false;
      for (int i = 0; i < left.size() && !found; i++) {
        if (alert.means(left.get(i).labels(), left.get(i).isFiring())) {
          left.remove(i);
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}

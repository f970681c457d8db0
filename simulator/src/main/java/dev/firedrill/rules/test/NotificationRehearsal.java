package dev.firedrill.rules.test;

import dev.firedrill.notify.AlertSender;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.Receivers;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.run.AlertingEvaluator;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleEvaluator;
import dev.firedrill.rules.test.NotificationTest.ExpectedNotification;
import java.util.IdentityHashMap;
import java.util.List;

/// An Alertmanager 0.34 that starts with a test and is sent the alerts of its rules, as Prometheus
/// sends them, with the external labels of the test.
final class NotificationRehearsal {
  private final UnitTest test;
  private final NotificationTest expected;
  private final Alertmanagers.Setup setup;
  private final long interval;
  private final OutgoingLabels outgoing;
  private final AlertmanagerSimulation alertmanager;
  private final IdentityHashMap<RuleEvaluator, AlertSender> senders = new IdentityHashMap<>();

  NotificationRehearsal(
      UnitTest test, NotificationTest expected, Alertmanagers.Setup setup, long interval) {
    this.test = test;
    this.expected = expected;
    this.setup = setup;
    this.interval = interval;
    this.outgoing = setup.outgoing(test.externalLabels());
    this.alertmanager =
        new AlertmanagerSimulation(
            setup.config(), Behaviour.V0_34, Receivers.WORKING, test.start());
  }

  /// Sends what is due after an evaluation of all groups.
  ///
  /// @param time epoch milliseconds
  void evaluated(long time, List<GroupRunner> groups) {
    for (GroupRunner group : groups) {
      for (RuleEvaluator evaluator : group.evaluators()) {
        if (evaluator instanceof AlertingEvaluator alerting) {
          AlertSender sender =
              senders.computeIfAbsent(alerting, rule -> new AlertSender(interval, outgoing));
          alertmanager.post(time, sender.due(alerting.alerts(), time));
        }
      }
    }
  }

  /// Looks at what was expected.
  ///
  /// @param end of the test, in epoch milliseconds
  void compare(long end, AssertionLog log) {
    List<Notification> sent = alertmanager.runUntil(end).notifications();
    NotificationTexts texts = new NotificationTexts(setup);
    NotificationComparison comparison =
        new NotificationComparison(sent, texts, test.start(), interval);
    if (expected.expected().isEmpty()) {
      log.check(expected.location(), () -> comparison.nobody(expected.location()));
    }
    for (ExpectedNotification each : expected.expected()) {
      log.check(each.location(), () -> comparison.compare(each));
    }
  }
}

package dev.firedrill.notify.scenario;

import dev.firedrill.alertmanager.scenario.ExpectedNotification;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import java.util.List;

/// How a scenario went.
///
/// @param missing expected, but not notified of
/// @param unexpected notified of, but not expected
/// @param log everything that happened
public record ScenarioOutcome(
    Scenario scenario,
    List<ExpectedNotification> missing,
    List<Notification> unexpected,
    NotificationLog log) {
  public ScenarioOutcome {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  /// {@return whether everything was as expected}
  public boolean passed() {
    return missing.isEmpty() && unexpected.isEmpty();
  }
}

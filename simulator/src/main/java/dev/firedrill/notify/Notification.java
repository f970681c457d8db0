package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.route.MatchedRoute;
import java.util.List;

/// A message to one integration of a receiver.
///
/// @param time epoch milliseconds
/// @param group the route, and the labels of the group
/// @param integration what is told
/// @param reason why now
/// @param alerts what it says, in Alertmanager's order
/// @param delivery how it went
public record Notification(
    long time,
    MatchedRoute group,
    Integration integration,
    Reason reason,
    List<NotifiedAlert> alerts,
    Delivery delivery) {
  public Notification {
    alerts = List.copyOf(alerts);
  }

  /// {@return the receiver's name}
  public String receiver() {
    return group.route().receiver();
  }

  /// {@return whether any of its alerts is firing}
  public boolean isFiring() {
    return alerts.stream().anyMatch(NotifiedAlert::isFiring);
  }
}

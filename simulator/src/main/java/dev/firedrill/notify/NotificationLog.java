package dev.firedrill.notify;

import java.util.List;

/// What each receiver got, when and why; and what it did not get, and why not.
///
/// @param notifications in order of time
/// @param heldBack in order of time
public record NotificationLog(List<Notification> notifications, List<HeldBack> heldBack) {
  public NotificationLog {
    notifications = List.copyOf(notifications);
    heldBack = List.copyOf(heldBack);
  }
}

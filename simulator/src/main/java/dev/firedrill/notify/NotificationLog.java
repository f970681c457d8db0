package dev.firedrill.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each receiver got, when and why; and what it did not get, and why not.
///
/// @param notifications in order of time
/// @param heldBack in order of time
public record NotificationLog(List<Notification> notifications, List<HeldBack> heldBack) {
  public NotificationLog {
    notifications = List.copyOf(notifications);
    heldBack = List.copyOf(heldBack);
  }

  /// {@return what happened at a time and later; what was still held back then is among it}
  ///
  /// @param time epoch milliseconds
  public NotificationLog since(long time) {
    return new NotificationLog(
        notifications.stream().filter(told -> told.time() >= time).toList(),
        heldBack.stream().filter(held -> reaches(held.time(), held.until(), time)).toList());
  }

  private static boolean reaches(long start, @Nullable Long until, long time) {
    return start >= time || until == null || until > time;
  }
}

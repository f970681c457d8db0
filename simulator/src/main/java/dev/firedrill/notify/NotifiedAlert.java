package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An alert in a notification.
///
/// @param annotations by name
/// @param startsAt epoch milliseconds
/// @param endsAt epoch milliseconds; null while it is firing
public record NotifiedAlert(
    Labels labels, SortedMap<String, String> annotations, long startsAt, @Nullable Long endsAt) {
  /// {@return whether it is not resolved}
  public boolean isFiring() {
    return endsAt == null;
  }

  static NotifiedAlert of(StoredAlert alert, long time) {
    return new NotifiedAlert(
        alert.labels(),
        alert.annotations().get(),
        alert.startsAt(),
        alert.isResolved(time) ? alert.endsAt() : null);
  }
}

package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a notification is due.
public enum Reason {
  FIRST("first notification"),
  NEW_ALERTS("new alerts added"),
  ALL_RESOLVED("all alerts resolved"),
  SOME_RESOLVED("some alerts resolved"),
  REPEAT("repeat interval elapsed");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /// {@return Alertmanager's words for it, `.NotificationReason` of templates}
  public String text() {
    return text;
  }

  /// {@return why a group's alerts must be sent; nothing where what was sent still holds}
  ///
  /// @param told what was last sent; null for nothing
  /// @param sendResolved whether the integration wants to hear of resolved alerts
  /// @param tick when the group's timer ran out, in epoch milliseconds
  /// @param repeat milliseconds
  static Optional<Reason> of(
      Set<Labels> firing,
      Set<Labels> resolved,
      @Nullable LogEntry told,
      boolean sendResolved,
      long tick,
      long repeat) {
    if (told == null) {
      return firing.isEmpty() ? Optional.empty() : Optional.of(FIRST);
    }
    if (!told.firing().containsAll(firing)) {
      return Optional.of(told.firing().isEmpty() ? FIRST : NEW_ALERTS);
    }
    if (firing.isEmpty()) {
      return told.firing().isEmpty() ? Optional.empty() : Optional.of(ALL_RESOLVED);
    }
    if (sendResolved && !told.resolved().containsAll(resolved)) {
      return Optional.of(SOME_RESOLVED);
    }
    return told.timestamp() < tick - repeat ? Optional.of(REPEAT) : Optional.empty();
  }
}

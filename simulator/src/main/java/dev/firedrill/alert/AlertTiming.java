package dev.firedrill.alert;

import dev.firedrill.alert.AlertState.Firing;
import dev.firedrill.alert.AlertState.Pending;
import dev.firedrill.alert.AlertState.Resolved;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state machine of an alert: how `for` and `keep_firing_for` carry it from evaluation to
/// evaluation.
///
/// @param hold `for`, in milliseconds
/// @param keepFiring `keep_firing_for`, in milliseconds
public record AlertTiming(long hold, long keepFiring) {
  /// How long Prometheus remembers resolved alerts, in milliseconds.
  public static final long RESOLVED_RETENTION = 15 * 60_000;

  /// {@return the state after an evaluation; empty where nothing is left to remember}
  /// @param before the state after the evaluation before; null where there was none
  /// @param present whether the expression holds
  /// @param now the time of the evaluation, in epoch milliseconds
  public Optional<AlertState> next(@Nullable AlertState before, boolean present, long now) {
    return present ? Optional.of(whilePresent(before, now)) : whileAbsent(before, now);
  }

  private AlertState whilePresent(@Nullable AlertState before, long now) {
    return switch (before) {
      case null -> promoted(now, now);
      case Resolved resolved -> promoted(now, now);
      case Pending pending when now - pending.activeAt() < hold -> pending;
      case Pending pending -> promoted(pending.activeAt(), now);
      case Firing firing when now - firing.activeAt() < hold -> new Pending(firing.activeAt());
      case Firing firing when firing.missingSince() == null -> firing;
      case Firing firing -> new Firing(firing.activeAt(), firing.firedAt(), null);
    };
  }

  private AlertState promoted(long activeAt, long now) {
    return now - activeAt >= hold ? new Firing(activeAt, now, null) : new Pending(activeAt);
  }

  private Optional<AlertState> whileAbsent(@Nullable AlertState before, long now) {
    return switch (before) {
      case null -> Optional.empty();
      case Pending pending -> Optional.empty();
      case Resolved resolved when now - resolved.resolvedAt() > RESOLVED_RETENTION ->
          Optional.empty();
      case Resolved resolved -> Optional.of(resolved);
      case Firing firing -> Optional.of(keptOrResolved(firing, now));
    };
  }

  private AlertState keptOrResolved(Firing firing, long now) {
    Long known = firing.missingSince();
    long since = known == null ? now : known;
    return now - since < keepFiring
        ? new Firing(firing.activeAt(), firing.firedAt(), since)
        : new Resolved(firing.activeAt(), firing.firedAt(), now);
  }
}

package dev.firedrill.replay.why;

import dev.firedrill.alert.AlertState;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down how the instances of one alerting rule changed their state.
final class AlertHistory {
  private final long asked;
  private final Map<Labels, List<Turn>> turns = new LinkedHashMap<>();
  private Map<Labels, ActiveAlert> before = new HashMap<>();
  private Map<Labels, ActiveAlert> then = Map.of();

  /// Finds the instance that a sample is after its labels changed: labels that are made of the
  /// value, or of labels that others overwrite, tell one sample from itself.
  private static final class Successors {
    private final Collection<ActiveAlert> alerts;
    private @Nullable Map<Labels, Labels> bySource;

    Successors(Collection<ActiveAlert> alerts) {
      this.alerts = alerts;
    }

    Turn turn(long time, Turn.Kind kind, ActiveAlert alert) {
      Turn turn = new Turn(time, kind, alert);
      return turn.isLoss() ? turn.into(holding().get(alert.source())) : turn;
    }

    private Map<Labels, Labels> holding() {
      Map<Labels, Labels> known = bySource;
      if (known == null) {
        known = new HashMap<>();
        for (ActiveAlert alert : alerts) {
          if (holds(alert.state())) {
            known.put(alert.source(), alert.labels());
          }
        }
        bySource = known;
      }
      return known;
    }

    private static boolean holds(AlertState state) {
      return switch (state) {
        case AlertState.Pending _ -> true;
        case AlertState.Firing firing -> firing.missingSince() == null;
        case AlertState.Resolved _ -> false;
      };
    }
  }

  /// An empty history.
  ///
  /// @param asked the time whose states are to be remembered, in epoch milliseconds
  AlertHistory(long asked) {
    this.asked = asked;
  }

  void evaluated(long time, Collection<ActiveAlert> alerts) {
    Successors successors = new Successors(alerts);
    Map<Labels, ActiveAlert> now = new LinkedHashMap<>();
    for (ActiveAlert alert : alerts) {
      now.put(alert.labels(), alert);
      ActiveAlert known = before.remove(alert.labels());
      @Nullable AlertState state = known == null ? null : known.state();
      Turn.@Nullable Kind kind = kind(state, alert.state());
      if (kind != null) {
        @Nullable Long kept = state instanceof AlertState.Firing old ? old.missingSince() : null;
        add(
            alert,
            kind == Turn.Kind.RESOLVED && kept != null
                ? Turn.keptUntil(time, alert, kept)
                : successors.turn(time, kind, alert));
      }
    }
    for (ActiveAlert gone : before.values()) {
      if (gone.state() instanceof AlertState.Pending) {
        add(gone, successors.turn(time, Turn.Kind.RESET, gone));
      }
    }
    remember(time, now);
  }

  void failed(RuleFailure failure, Collection<ActiveAlert> alerts) {
    Map<Labels, ActiveAlert> now = new LinkedHashMap<>();
    for (ActiveAlert alert : alerts) {
      now.put(alert.labels(), alert);
      before.remove(alert.labels());
    }
    for (ActiveAlert gone : before.values()) {
      if (!(gone.state() instanceof AlertState.Resolved)) {
        add(gone, Turn.cleared(gone, failure));
      }
    }
    remember(failure.time(), now);
  }

  private void remember(long time, Map<Labels, ActiveAlert> now) {
    before = now;
    if (time <= asked) {
      then = Map.copyOf(now);
    }
  }

  private void add(ActiveAlert alert, Turn turn) {
    turns.computeIfAbsent(alert.labels(), labels -> new ArrayList<>()).add(turn);
  }

  private static Turn.@Nullable Kind kind(@Nullable AlertState before, AlertState now) {
    return switch (now) {
      case AlertState.Pending _ -> before instanceof AlertState.Pending ? null : Turn.Kind.PENDING;
      case AlertState.Resolved _ ->
          before instanceof AlertState.Resolved ? null : Turn.Kind.RESOLVED;
      case AlertState.Firing firing -> ofFiring(before, firing.missingSince() != null);
    };
  }

  private static Turn.@Nullable Kind ofFiring(@Nullable AlertState before, boolean kept) {
    if (!(before instanceof AlertState.Firing known)) {
      return Turn.Kind.FIRING;
    }
    boolean wasKept = known.missingSince() != null;
    return kept == wasKept ? null : kept ? Turn.Kind.KEPT : Turn.Kind.BACK;
  }

  /// {@return all instances that were ever active, in the order in which they were first}
  Map<Labels, List<Turn>> turns() {
    return turns;
  }

  /// {@return whether an instance had ever been active by the time asked for}
  boolean hadTurns(Labels instance) {
    return turns.getOrDefault(instance, List.of()).stream().anyMatch(turn -> turn.time() <= asked);
  }

  /// {@return an instance as it was at the time asked for; null where it was not active}
  @Nullable ActiveAlert then(Labels instance) {
    return then.get(instance);
  }
}

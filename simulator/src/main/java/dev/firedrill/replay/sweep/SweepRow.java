package dev.firedrill.replay.sweep;

import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.sweep.SweepPlan.Variant;
import dev.firedrill.rules.run.RuleFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of one combination of settings.
///
/// @param pages notifications of firing alerts that this alert is in, to all receivers; null where
///     no Alertmanager was asked
/// @param score null where no incidents are known
/// @param failures evaluations that failed, in the order of time
public record SweepRow(
    Variant variant,
    AlertReplay alert,
    @Nullable Integer pages,
    @Nullable IncidentScore score,
    List<RuleFailure> failures) {
  public SweepRow {
    failures = List.copyOf(failures);
  }

  /// {@return how many instances fired}
  public int instances() {
    int count = 0;
    for (AlertTimeline instance : alert.instances()) {
      count += instance.firing().isEmpty() ? 0 : 1;
    }
    return count;
  }

  /// {@return how often people would have been called: the notifications, or the firings where
  ///     those
  ///     are not known}
  public int calls() {
    Integer notified = pages();
    return notified == null ? alert.firings() : notified;
  }

  /// {@return rows in the order of the combinations}
  static List<SweepRow> sorted(List<SweepRow> rows) {
    return rows.stream()
        .sorted(
            (one, other) -> Integer.compare(one.variant().position(), other.variant().position()))
        .toList();
  }
}

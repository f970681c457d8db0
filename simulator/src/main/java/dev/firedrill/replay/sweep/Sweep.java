package dev.firedrill.replay.sweep;

import dev.firedrill.incident.Incident;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.VariantReplay;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of all combinations of the settings of an alerting rule.
///
/// @param data what the results stand on
/// @param known incidents that should have been told of; null where there are none to compare with
/// @param suggested the values among which thresholds were chosen; null where none were asked for
/// @param rows in the order of the combinations; the rule as it is first where it is none of them
public record Sweep(
    SweepPlan plan,
    TimeRange range,
    RecordingSummary data,
    @Nullable KnownIncidents known,
    @Nullable ValueDistribution suggested,
    List<SweepRow> rows) {
  public Sweep {
    rows = List.copyOf(rows);
  }

  /// {@return the sweep that a replay of the plan's variants is}
  ///
  /// @param known incidents; null where there are none to compare with
  /// @param suggested the values among which thresholds were chosen; null where none were asked for
  /// @param pages notifications of each variant, in the order of the plan; null where they are not
  ///     known
  public static Sweep of(
      SweepPlan plan,
      VariantReplay.Outcome outcome,
      TimeRange range,
      @Nullable KnownIncidents known,
      @Nullable ValueDistribution suggested,
      @Nullable List<Integer> pages) {
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < plan.variants().size(); i++) {
      AlertReplay alert = outcome.alerts().get(i);
      List<RuleFailure> failures =
          outcome.failures().stream()
              .filter(failure -> failure.rule().equals(alert.rule()))
              .toList();
      rows.add(
          new SweepRow(
              plan.variants().get(i),
              alert,
              pages == null ? null : pages.get(i),
              known == null ? null : IncidentScore.of(alert, known, outcome.data().knownGaps()),
              failures));
    }
    return new Sweep(plan, range, outcome.data(), known, suggested, SweepRow.sorted(rows));
  }

  /// {@return the row of the rule as it is}
  public SweepRow current() {
    for (SweepRow row : rows) {
      if (row.variant().current()) {
        return row;
      }
    }
    throw new IllegalStateException("every sweep has the rule as it is");
  }

  /// {@return the incidents by which settings are judged; none where none are known}
  public List<Incident> incidents() {
    KnownIncidents compared = known();
    return compared == null ? List.of() : compared.within();
  }

  /// {@return the incidents that lie outside the replayed time}
  public List<Incident> outside() {
    KnownIncidents compared = known();
    return compared == null ? List.of() : compared.outside();
  }

  /// {@return the incidents in gaps that some setting did not tell of: nothing could be seen of
  ///     them}
  public List<Incident> unrecorded() {
    List<Incident> unrecorded = new ArrayList<>();
    for (Incident incident : incidents()) {
      for (SweepRow row : rows) {
        IncidentScore score = row.score();
        if (score != null && score.unrecorded().contains(incident)) {
          unrecorded.add(incident);
          break;
        }
      }
    }
    return unrecorded;
  }

  /// {@return the settings to be chosen by the incidents; null where none are known}
  public @Nullable SweepAdvice advice() {
    return known() == null ? null : SweepAdvice.of(rows, current());
  }
}

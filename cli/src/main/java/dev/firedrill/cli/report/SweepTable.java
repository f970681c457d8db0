package dev.firedrill.cli.report;

import dev.firedrill.replay.sweep.IncidentScore;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.replay.sweep.ValueDistribution.Quantile;
import java.util.ArrayList;
import java.util.List;

/// The cells of a sweep's table, for people.
public final class SweepTable {
  private SweepTable() {}

  /// {@return the names of the columns}
  public static List<String> head(Sweep sweep) {
    List<String> head = new ArrayList<>();
    for (SweepAxis axis : sweep.plan().axes()) {
      head.add(axis.key());
    }
    head.addAll(List.of("firings", "firing", "flaps", "instances", "pages"));
    if (!sweep.incidents().isEmpty()) {
      head.addAll(List.of("caught", "missed"));
      if (!sweep.unrecorded().isEmpty()) {
        head.add("unrecorded");
      }
      head.addAll(List.of("false", "lead", "least", "most"));
    }
    if (sweep.suggested() != null) {
      head.add("quantile");
    }
    return head;
  }

  /// {@return the cells of a row}
  public static List<String> cells(Sweep sweep, SweepRow row) {
    List<String> cells = new ArrayList<>(row.variant().values());
    cells.add(String.valueOf(row.alert().firings()));
    cells.add(ClockText.duration(row.alert().firingMillis()));
    cells.add(String.valueOf(row.alert().flaps()));
    cells.add(String.valueOf(row.instances()));
    cells.add(String.valueOf(row.calls()));
    IncidentScore score = row.score();
    if (score != null && !sweep.incidents().isEmpty()) {
      cells.add(String.valueOf(score.caught()));
      cells.add(String.valueOf(score.missed().size()));
      if (!sweep.unrecorded().isEmpty()) {
        cells.add(String.valueOf(score.unrecorded().size()));
      }
      cells.add(String.valueOf(score.falseAlarms()));
      cells.add(SweepWords.lead(score.medianLead()));
      cells.add(SweepWords.lead(score.leastLead()));
      cells.add(SweepWords.lead(score.mostLead()));
    }
    if (sweep.suggested() != null) {
      cells.add(String.join(", ", quantiles(sweep, row)));
    }
    return cells;
  }

  /// {@return the names of the quantiles that the suggested threshold of a row is; none for
  ///     another}
  static List<String> quantiles(Sweep sweep, SweepRow row) {
    ValueDistribution values = sweep.suggested();
    return values == null
        ? List.of()
        : values.named(row.variant().values().getLast()).stream().map(Quantile::name).toList();
  }
}

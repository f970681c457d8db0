package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.replay.sweep.IncidentScore;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep as comma-separated values (RFC 4180), a line for each combination of settings.
public record SweepCsv(Sweep sweep) implements Report {
  private static final double MINUTE = 60_000;

  @Override
  public void write(Appendable out) throws IOException {
    List<String> head = new ArrayList<>();
    for (SweepAxis axis : sweep.plan().axes()) {
      head.add(axis.key());
    }
    head.addAll(List.of("current", "firings", "firing_minutes", "flaps", "instances", "pages"));
    if (sweep.known() != null) {
      head.addAll(
          List.of(
              "caught",
              "missed",
              "unrecorded",
              "false_alarms",
              "median_lead_seconds",
              "least_lead_seconds",
              "most_lead_seconds",
              "recommended",
              "pareto"));
    }
    if (sweep.suggested() != null) {
      head.add("quantile");
    }
    line(out, head);
    for (SweepRow row : sweep.rows()) {
      line(out, cells(row));
    }
  }

  private List<String> cells(SweepRow row) {
    List<String> cells = new ArrayList<>(row.variant().values());
    cells.add(String.valueOf(row.variant().current()));
    cells.add(String.valueOf(row.alert().firings()));
    cells.add(GoFloat.json(row.alert().firingMillis() / MINUTE));
    cells.add(String.valueOf(row.alert().flaps()));
    cells.add(String.valueOf(row.instances()));
    cells.add(String.valueOf(row.calls()));
    IncidentScore score = row.score();
    SweepAdvice advice = sweep.advice();
    if (score != null && advice != null) {
      cells.add(String.valueOf(score.caught()));
      cells.add(String.valueOf(score.missed().size()));
      cells.add(String.valueOf(score.unrecorded().size()));
      cells.add(String.valueOf(score.falseAlarms()));
      cells.add(seconds(score.medianLead()));
      cells.add(seconds(score.leastLead()));
      cells.add(seconds(score.mostLead()));
      cells.add(String.valueOf(advice.recommends(row)));
      cells.add(String.valueOf(advice.frontier().contains(row)));
    }
    if (sweep.suggested() != null) {
      cells.add(String.join(" ", SweepTable.quantiles(sweep, row)));
    }
    return cells;
  }

  private static String seconds(@Nullable Long millis) {
    return millis == null ? "" : GoFloat.json(millis / 1000.0);
  }

  private static void line(Appendable out, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      out.append(i == 0 ? "" : ",");
      out.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.append('\n');
  }
}

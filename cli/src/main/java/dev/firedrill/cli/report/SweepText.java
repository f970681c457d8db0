package dev.firedrill.cli.report;

import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep for people: the rule, what the results stand on, a row for each combination of settings,
/// and which to choose.
///
/// @param notes on how the rule was evaluated
/// @param zone in which times are shown
/// @param quiet whether only the table is shown
public record SweepText(Sweep sweep, List<String> notes, ZoneId zone, boolean quiet, Paint paint)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      rule(out);
      new GroundText(sweep.data(), sweep.range(), zone, notes).write(out);
    }
    @Nullable ValueDistribution values = sweep.suggested();
    if (!quiet && values != null) {
      new SweepValues(values, zone).write(out);
      out.append('\n');
    }
    @Nullable SweepAdvice advice = sweep.advice();
    @Nullable SweepRow chosen = advice == null ? null : advice.chosen();
    TextTable table = new TextTable(row("  ", SweepTable.head(sweep)));
    for (SweepRow row : sweep.rows()) {
      String mark = (row.variant().current() ? "*" : " ") + (row.equals(chosen) ? ">" : " ");
      table.row(row(mark, SweepTable.cells(sweep, row)));
    }
    table.write(out, paint);
    if (!quiet) {
      remarks(out, chosen != null);
    }
  }

  private static String[] row(String mark, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(mark);
    row.addAll(cells);
    return row.toArray(String[]::new);
  }

  private void rule(Appendable out) throws IOException {
    SweepHead head = new SweepHead(sweep);
    out.append(head.name()).append(" (").append(head.place()).append("): ").append(head.expr());
    out.append("\n  ").append(new SweepWords(sweep, zone).now()).append('\n');
  }

  private void remarks(Appendable out, boolean chosen) throws IOException {
    SweepWords words = new SweepWords(sweep, zone);
    List<String> legend = new ArrayList<>(words.legend());
    out.append("\n* as it is").append(chosen ? "   > recommended" : "");
    if (sweep.current().pages() == null) {
      out.append("   ").append(legend.removeFirst());
    }
    out.append('\n');
    legend.addAll(words.leftOut());
    legend.addAll(words.failures());
    for (String line : legend) {
      out.append(line).append('\n');
    }
    List<String> advice = words.advice();
    if (!advice.isEmpty()) {
      out.append('\n').append(String.join("\n  ", advice)).append('\n');
    }
  }
}

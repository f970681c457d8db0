package dev.firedrill.cli.report;

import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepRow;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep as a table in Markdown, the rule as it is and the recommended settings marked.
///
/// @param zone in which times are shown
public record SweepMarkdown(Sweep sweep, ZoneId zone) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    ClockText clock = new ClockText(zone);
    out.append("**`").append(sweep.plan().rule().name().value()).append("`: ");
    out.append(Counted.of(sweep.rows().size(), "setting")).append("**, ");
    out.append(clock.range(sweep.range())).append(' ').append(zone.getId()).append("\n\n");
    List<String> head = SweepTable.head(sweep);
    row(out, "", head);
    out.append('|').append(" --- |".repeat(head.size() + 1)).append('\n');
    @Nullable SweepAdvice advice = sweep.advice();
    for (SweepRow row : sweep.rows()) {
      boolean chosen = advice != null && row.equals(advice.chosen());
      String mark = row.variant().current() ? "now" : "";
      row(
          out,
          chosen ? (mark.isEmpty() ? "**recommended**" : "now, **recommended**") : mark,
          SweepTable.cells(sweep, row));
    }
    for (String line : new SweepWords(sweep, zone).advice()) {
      out.append('\n').append(line).append('\n');
    }
  }

  private static void row(Appendable out, String mark, List<String> cells) throws IOException {
    out.append("| ").append(mark);
    for (String cell : cells) {
      out.append(" | ").append(cell.replace("|", "\\|"));
    }
    out.append(" |\n");
  }
}

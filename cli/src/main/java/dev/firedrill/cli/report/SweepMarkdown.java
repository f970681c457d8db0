package dev.firedrill.cli.report;

import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.series.fault.Injection;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep as a table in Markdown, the rule as it is and the recommended settings marked.
///
/// @param zone in which times are shown
/// @param beside what is to be known beside
public record SweepMarkdown(Sweep sweep, ZoneId zone, Beside beside) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    SweepHead rule = new SweepHead(sweep);
    SweepWords words = new SweepWords(sweep, zone);
    out.append("### ").append(Markdown.code(rule.name())).append(": ");
    out.append(Counted.of(sweep.rows().size(), "setting")).append("\n\n");
    out.append(Markdown.code(rule.place())).append(": ").append(Markdown.code(rule.expr()));
    out.append(", varied: ").append(Markdown.plain(words.now())).append("\n\n");
    out.append(Markdown.block("text", stands()));
    out.append('\n');
    table(out);
    for (String line : words.legend()) {
      out.append('\n').append(Markdown.plain(line)).append('\n');
    }
    for (String line : words.leftOut()) {
      out.append("\n> ").append(Markdown.plain(line)).append('\n');
    }
    for (String line : words.failures()) {
      out.append("\n> ").append(Markdown.plain(line)).append('\n');
    }
    for (String line : words.advice()) {
      out.append('\n').append(Markdown.plain(line)).append('\n');
    }
  }

  private String stands() throws IOException {
    StringBuilder text = new StringBuilder();
    new GroundText(sweep.data(), sweep.range(), zone, beside.notes()).write(text);
    for (Injection each : beside.injected()) {
      text.append("injected: ").append(FaultWords.touched(each)).append("\n\n");
    }
    @Nullable ValueDistribution values = sweep.suggested();
    if (values != null) {
      new SweepValues(values, zone).write(text);
    }
    return text.toString();
  }

  private void table(Appendable out) throws IOException {
    List<String> head = SweepTable.head(sweep);
    row(out, "", head);
    out.append('|').append(" --- |".repeat(head.size() + 1)).append('\n');
    @Nullable SweepAdvice advice = sweep.advice();
    for (SweepRow row : sweep.rows()) {
      boolean chosen = advice != null && advice.recommends(row);
      String mark = row.variant().current() ? "now" : "";
      row(
          out,
          chosen ? (mark.isEmpty() ? "**recommended**" : "now, **recommended**") : mark,
          SweepTable.cells(sweep, row));
    }
  }

  private static void row(Appendable out, String mark, List<String> cells) throws IOException {
    out.append("| ").append(mark);
    for (String cell : cells) {
      out.append(" | ").append(Markdown.cell(Markdown.plain(cell)));
    }
    out.append(" |\n");
  }
}

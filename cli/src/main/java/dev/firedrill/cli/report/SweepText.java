package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.rules.Rule.AlertingRule;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep for people: the rule, what the results stand on, a row for each combination of settings,
/// and which to choose.
///
/// @param zone in which times are shown
/// @param quiet whether only the table is shown
public record SweepText(Sweep sweep, ZoneId zone, boolean quiet, Paint paint) implements Report {
  /// Series that are listed before the rest is counted.
  private static final int LISTED = 10;

  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      rule(out);
      new GroundText(sweep.data(), sweep.range(), zone).write(out);
    }
    if (!quiet) {
      values(out);
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
    AlertingRule rule = sweep.plan().rule();
    Location place = rule.location();
    out.append(rule.name().value()).append(" (").append(place.file().path()).append(':');
    out.append(String.valueOf(place.start().line())).append(")");
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      out.append(": ").append(Printer.print(parsed.expr()));
    }
    out.append('\n');
    List<String> now = new ArrayList<>();
    for (SweepAxis axis : sweep.plan().axes()) {
      now.add(axis.key() + (axis.current().equals(axis.key()) ? "" : " is " + axis.current()));
    }
    out.append("  ").append(String.join(", ", now)).append('\n');
  }

  /// What is watched, where thresholds are suggested by it.
  private void values(Appendable out) throws IOException {
    ValueDistribution values = sweep.suggested();
    if (values == null) {
      return;
    }
    List<String> quantiles = new ArrayList<>();
    for (ValueDistribution.Quantile quantile : values.quantiles()) {
      quantiles.add(quantile.name() + " " + quantile.text());
    }
    out.append(Printer.print(values.comparison().watched())).append(" has ");
    out.append(Counted.of(values.count(), "value")).append(" of ");
    out.append(String.valueOf(values.closest().size())).append(" series: ");
    out.append(String.join(", ", quantiles)).append('\n');
    ClockText clock = new ClockText(zone);
    int listed = Math.min(LISTED, values.closest().size());
    for (ValueDistribution.Closest closest : values.closest().subList(0, listed)) {
      out.append("  ").append(NoiseWords.number(closest.value())).append(" at ");
      out.append(clock.full(closest.time())).append("  ");
      out.append(closest.labels().without(Labels.METRIC_NAME).toString()).append('\n');
    }
    if (values.closest().size() > listed) {
      out.append("  and ").append(String.valueOf(values.closest().size() - listed));
      out.append(" more series\n");
    }
    out.append('\n');
  }

  private void remarks(Appendable out, boolean chosen) throws IOException {
    out.append("\n* as it is").append(chosen ? "   > recommended" : "");
    if (sweep.current().pages() == null) {
      out.append("   pages: firings, for want of an --alertmanager");
    }
    out.append('\n');
    if (!sweep.incidents().isEmpty()) {
      out.append(
          "lead: from the first firing to the start of the incident, median, least and most");
      out.append("; below 0 it fired after\n");
    }
    if (sweep.outside() > 0) {
      out.append(Counted.of(sweep.outside(), "incident")).append(" outside the time left out\n");
    }
    failures(out);
    List<String> advice = new SweepWords(sweep, zone).advice();
    if (!advice.isEmpty()) {
      out.append('\n').append(String.join("\n  ", advice)).append('\n');
    }
  }

  private void failures(Appendable out) throws IOException {
    SweepWords words = new SweepWords(sweep, zone);
    for (SweepRow row : sweep.rows()) {
      if (!row.failures().isEmpty()) {
        out.append(Counted.of(row.failures().size(), "evaluation")).append(" failed with ");
        out.append(words.settings(row)).append(": ");
        out.append(row.failures().getFirst().message()).append('\n');
      }
    }
  }
}

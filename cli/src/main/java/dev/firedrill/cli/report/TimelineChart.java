package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.series.TimeRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A row of blocks for each alert over a time axis: light where an instance of it was pending, full
/// where one fired.
public final class TimelineChart {
  private static final char QUIET = '·';
  private static final char PENDING = '░';
  private static final char FIRING = '█';
  private static final int LEAST = 10;
  private final ReplayReport report;
  private final ClockText clock;
  private final AlertTitles names;
  private final int titles;
  private final int columns;
  private final double column;

  private TimelineChart(ReplayReport report, ZoneId zone, int width) {
    this.report = report;
    this.clock = new ClockText(zone);
    this.names = AlertTitles.of(report.alerts());
    int longest = 0;
    int result = 0;
    for (AlertReplay alert : report.alerts()) {
      longest = Math.max(longest, DisplayWidth.of(names.of(alert)));
      result = Math.max(result, result(alert).length());
    }
    titles = Math.min(longest, width / 3);
    columns = Math.max(LEAST, width - titles - result - 4);
    TimeRange range = report.range();
    column = Math.max(1, range.last() - range.first() + 1) / (double) columns;
  }

  /// {@return the rows, and the axis as the last}
  /// @param width columns to fill
  public static List<String> rows(ReplayReport report, ZoneId zone, int width) {
    TimelineChart chart = new TimelineChart(report, zone, width);
    List<String> rows = new ArrayList<>();
    for (AlertReplay alert : report.alerts()) {
      rows.add(chart.title(alert) + "  " + chart.blocks(alert) + "  " + result(alert));
    }
    if (!rows.isEmpty()) {
      rows.add((" ".repeat(chart.titles + 2) + chart.axis()).stripTrailing());
    }
    return rows;
  }

  private static String result(AlertReplay alert) {
    return alert.firings() == 0 ? "never" : alert.firings() + "x " + total(alert);
  }

  private static String total(AlertReplay alert) {
    return ClockText.duration(alert.firingMillis());
  }

  private String title(AlertReplay alert) {
    return DisplayWidth.padded(names.of(alert, titles), titles);
  }

  private String blocks(AlertReplay alert) {
    char[] cells = new char[columns];
    Arrays.fill(cells, QUIET);
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval interval : instance.intervals()) {
        fill(cells, interval);
      }
    }
    return new String(cells);
  }

  // A column shows the strongest state that any instance had within it.
  private void fill(char[] cells, AlertInterval interval) {
    boolean firing = interval.phase() == AlertInterval.Phase.FIRING;
    int last = place(Math.max(interval.start(), interval.end() - 1));
    for (int i = place(interval.start()); i <= last; i++) {
      cells[i] = firing || cells[i] == FIRING ? FIRING : PENDING;
    }
  }

  private int place(long time) {
    int place = (int) ((time - report.range().first()) / column);
    return Math.clamp(place, 0, columns - 1);
  }

  private String axis() {
    StringBuilder axis = new StringBuilder();
    for (TimelineAxis.Tick tick : new TimelineAxis(report.range(), clock, column).ticks()) {
      int place = place(tick.time());
      String label = "╵" + tick.label();
      if (place >= axis.length() && place + label.length() <= columns) {
        axis.append(" ".repeat(place - axis.length())).append(label);
      }
    }
    return axis.toString();
  }
}

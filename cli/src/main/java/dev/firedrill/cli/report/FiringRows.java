package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import java.io.IOException;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Objects;

/// The firings of a replay, a row each: from when to when, how long, the worst value. Columns are
/// as wide as the longest of all rows asks for.
final class FiringRows {
  private static final int APART = 2;

  private final ReplayReport report;
  private final IdentityHashMap<AlertInterval, Row> rows = new IdentityHashMap<>();
  private int starts;
  // As wide as times and durations mostly are, so that replays of one recording look alike.
  private int ends = "08:35:15".length();
  private int lengths = "21m45s".length();

  private record Row(String start, String end, String length) {
    static Row of(AlertInterval firing, ClockText clock) {
      String end = firing.open() ? "the end" : clock.after(firing.start(), firing.end());
      return new Row(clock.full(firing.start()), end, ClockText.duration(firing.length()));
    }
  }

  private FiringRows(ReplayReport report) {
    this.report = report;
  }

  /// {@return the rows of a replay}
  /// @param zone in which times are shown
  static FiringRows of(ReplayReport report, ZoneId zone) {
    FiringRows rows = new FiringRows(report);
    ClockText clock = new ClockText(zone);
    for (AlertReplay alert : report.alerts()) {
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval firing : instance.firing()) {
          rows.add(firing, Row.of(firing, clock));
        }
      }
    }
    return rows;
  }

  private void add(AlertInterval firing, Row row) {
    rows.put(firing, row);
    starts = Math.max(starts, row.start().length());
    ends = Math.max(ends, row.end().length());
    lengths = Math.max(lengths, row.length().length());
  }

  /// Writes the row of a firing.
  void write(Appendable out, AlertReplay alert, AlertTimeline instance, AlertInterval firing)
      throws IOException {
    Row row = Objects.requireNonNull(rows.get(firing), "not of this replay");
    StringBuilder line = new StringBuilder("    ");
    append(line, row.start(), starts).append(" to ");
    append(line, row.end(), ends + APART);
    append(line, row.length(), lengths + APART);
    line.append("peak ").append(new ValueText(firing.peak(), firing.peakHistogram()).brief());
    out.append(line.append(report.endsInGap(alert, instance, firing) ? "  ends in a gap\n" : "\n"));
  }

  private static StringBuilder append(StringBuilder line, String text, int width) {
    return line.append(text).repeat(' ', width - text.length());
  }
}

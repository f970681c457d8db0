package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import java.io.IOException;
import java.time.ZoneId;

/// The firings of a replay, a row each: from when to when, how long, the worst value. Columns are
/// as wide as the longest of all rows asks for.
final class FiringRows {
  private static final int APART = 2;

  private final ClockText clock;
  private final ReplayReport report;
  private int starts;
  // As wide as times and durations mostly are, so that replays of one recording look alike.
  private int ends = "08:35:15".length();
  private int lengths = "21m45s".length();

  private FiringRows(ClockText clock, ReplayReport report) {
    this.clock = clock;
    this.report = report;
  }

  /// {@return the rows of a replay}
  /// @param zone in which times are shown
  static FiringRows of(ReplayReport report, ZoneId zone) {
    FiringRows rows = new FiringRows(new ClockText(zone), report);
    for (AlertReplay alert : report.alerts()) {
      for (AlertTimeline instance : alert.instances()) {
        instance.firing().forEach(rows::measure);
      }
    }
    return rows;
  }

  private void measure(AlertInterval firing) {
    starts = Math.max(starts, start(firing).length());
    ends = Math.max(ends, end(firing).length());
    lengths = Math.max(lengths, length(firing).length());
  }

  /// Writes the row of a firing.
  void write(Appendable out, AlertReplay alert, AlertInterval firing) throws IOException {
    out.append("    ").append(padded(start(firing), starts)).append(" to ");
    out.append(padded(end(firing), ends + APART));
    out.append(padded(length(firing), lengths + APART));
    out.append("peak ").append(new ValueText(firing.peak(), firing.peakHistogram()).brief());
    out.append(report.endsInGap(alert, firing) ? "  ends in a gap\n" : "\n");
  }

  private String start(AlertInterval firing) {
    return clock.full(firing.start());
  }

  private String end(AlertInterval firing) {
    return firing.open() ? "the end" : clock.after(firing.start(), firing.end());
  }

  private static String length(AlertInterval firing) {
    return ClockText.duration(firing.length());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}

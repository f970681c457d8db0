package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A replay for people: what it stands on, a timeline of each alert, the times in numbers.
///
/// @param zone in which times are shown
/// @param width columns to fill
/// @param quiet whether only the times in numbers are shown
public record ReplayText(ReplayReport report, ZoneId zone, int width, boolean quiet)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      new GroundText(report.data(), report.range(), zone).write(out);
      for (String row : TimelineChart.rows(report, zone, width)) {
        out.append(row).append('\n');
      }
      out.append('\n');
    }
    for (AlertReplay alert : report.alerts()) {
      alert(out, alert);
    }
    failures(out);
    if (!quiet) {
      out.append(totals(report)).append('\n');
    }
  }

  /// {@return one line: how many alerts fired, how often, how long}
  public static String totals(ReplayReport report) {
    int fired = 0;
    int firings = 0;
    int flaps = 0;
    long millis = 0;
    for (AlertReplay alert : report.alerts()) {
      fired += alert.firings() > 0 ? 1 : 0;
      firings += alert.firings();
      flaps += alert.flaps();
      millis += alert.firingMillis();
    }
    return fired
        + " of "
        + Counted.of(report.alerts().size(), "alert")
        + " fired: "
        + Counted.of(firings, "firing")
        + ", "
        + ClockText.duration(millis)
        + " in all, "
        + Counted.of(flaps, "flap");
  }

  private void alert(Appendable out, AlertReplay alert) throws IOException {
    String name = alert.rule().name().value();
    if (alert.firings() == 0) {
      out.append(name).append(": never fired").append(attempts(alert)).append("\n\n");
      return;
    }
    out.append(name).append(": ").append(Counted.of(alert.firings(), "firing")).append(", ");
    out.append(ClockText.duration(alert.firingMillis())).append(" in all");
    out.append(alert.flaps() == 0 ? "" : ", " + Counted.of(alert.flaps(), "flap")).append('\n');
    for (AlertTimeline instance : alert.instances()) {
      if (!instance.firing().isEmpty()) {
        Labels labels = instance.labels().without(Labels.ALERT_NAME);
        out.append("  ").append(labels.toString()).append('\n');
        for (AlertInterval firing : instance.firing()) {
          firing(out, firing);
        }
      }
    }
    out.append('\n');
  }

  private void firing(Appendable out, AlertInterval firing) throws IOException {
    ClockText clock = new ClockText(zone);
    String end = firing.open() ? "the end" : clock.after(firing.start(), firing.end());
    out.append("    ").append(clock.full(firing.start())).append(" to ").append(end);
    out.append(" ".repeat(Math.max(1, 10 - end.length())));
    String length = ClockText.duration(firing.length());
    out.append(length).append(" ".repeat(Math.max(1, 8 - length.length())));
    out.append("peak ").append(GoFloat.general(firing.peak(), 6));
    out.append(!firing.open() && report.data().isInGap(firing.end()) ? "  ends in a gap\n" : "\n");
  }

  private static String attempts(AlertReplay alert) {
    int attempts = 0;
    long longest = 0;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval pending : instance.intervals()) {
        attempts++;
        longest = Math.max(longest, pending.length());
      }
    }
    if (attempts == 0) {
      return ", never pending";
    }
    @Nullable Located<Duration> hold = alert.rule().holdDuration();
    String wanted = hold == null ? "" : " of " + ClockText.duration(hold.value().toMillis());
    return ", pending "
        + Counted.of(attempts, "time")
        + " for up to "
        + ClockText.duration(longest)
        + wanted;
  }

  private void failures(Appendable out) throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (RuleFailure failure : report.failures()) {
      String text = failure.rule().name().value() + ": " + failure.message();
      counts.merge(text, 1, Integer::sum);
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      out.append(Counted.of(entry.getValue(), "evaluation")).append(" failed: ");
      out.append(entry.getKey()).append('\n');
    }
  }
}

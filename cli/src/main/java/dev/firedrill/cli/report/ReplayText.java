package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.compare.ReplayTotals;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A replay for people: what it stands on, a timeline of each alert, the times in numbers.
///
/// @param notes what is to be known of how rules were evaluated
/// @param routing whom alerts reach; null where nobody asks
/// @param zone in which times are shown
/// @param width columns to fill
/// @param quiet whether only the times in numbers are shown
public record ReplayText(
    ReplayReport report,
    List<String> notes,
    @Nullable AlertRouting routing,
    ZoneId zone,
    int width,
    boolean quiet)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      new GroundText(report.data(), report.range(), zone, notes).write(out);
      List<String> rows = TimelineChart.rows(report, zone, width);
      for (String row : rows) {
        out.append(row).append('\n');
      }
      out.append(rows.isEmpty() ? "" : "\n");
    }
    AlertTitles titles = AlertTitles.of(report.alerts());
    FiringRows rows = FiringRows.of(report, zone);
    for (AlertReplay alert : report.alerts()) {
      alert(out, titles.of(alert), alert, rows);
    }
    failures(out);
    if (!quiet) {
      out.append(totals(report)).append('\n');
    }
  }

  /// {@return one line: how many alerts fired, how often, how long}
  public static String totals(ReplayReport report) {
    ReplayTotals totals = ReplayTotals.of(report);
    return totals.alerts() == 0
        ? "no alerts in these rules"
        : totals.fired()
            + " of "
            + Counted.of(totals.alerts(), "alert")
            + " fired: "
            + Counted.of(totals.firings(), "firing")
            + ", "
            + ClockText.duration(totals.firingMillis())
            + " in all, "
            + (totals.firings() == 0
                ? ""
                : "the longest " + ClockText.duration(totals.longestMillis()) + ", ")
            + Counted.of(totals.flaps(), "flap");
  }

  private void alert(Appendable out, String title, AlertReplay alert, FiringRows rows)
      throws IOException {
    out.append(title).append(": ");
    if (alert.firings() == 0) {
      out.append(alert.times() == null ? "never evaluated" : "never fired" + attempts(alert));
      out.append(allFailed(alert) ? ": every evaluation failed" : "");
      out.append("\n\n");
      return;
    }
    out.append(Counted.of(alert.firings(), "firing")).append(", ");
    out.append(ClockText.duration(alert.firingMillis())).append(" in all");
    if (alert.firings() > 1) {
      out.append(", the longest ").append(ClockText.duration(alert.longestMillis()));
    }
    out.append(alert.flaps() == 0 ? "" : ", " + Counted.of(alert.flaps(), "flap")).append('\n');
    List<AlertTimeline> fired =
        alert.instances().stream().filter(instance -> !instance.firing().isEmpty()).toList();
    boolean alike = fired.stream().map(this::receivers).distinct().count() == 1;
    out.append(alike ? receivers("  ", fired.getFirst()) : "");
    for (AlertTimeline instance : fired) {
      {
        Labels labels = instance.labels().without(Labels.ALERT_NAME);
        out.append("  ").append(labels.toString()).append('\n');
        out.append(alike ? "" : receivers("    ", instance));
        for (AlertInterval firing : instance.firing()) {
          rows.write(out, alert, instance, firing);
        }
      }
    }
    out.append('\n');
  }

  private String receivers(String indent, AlertTimeline instance) {
    return routing() == null
        ? ""
        : indent + "receivers: " + String.join(", ", receivers(instance)) + "\n";
  }

  private List<String> receivers(AlertTimeline instance) {
    @Nullable AlertRouting asked = routing();
    List<String> names = asked == null ? List.of() : asked.receivers(instance.labels());
    return names.isEmpty() ? List.of("none") : names;
  }

  private boolean allFailed(AlertReplay alert) {
    TimeGrid evaluated = alert.times();
    long failed =
        report.failures().stream()
            .filter(failure -> failure.rule().location().equals(alert.rule().location()))
            .count();
    return evaluated != null && failed == evaluated.count();
  }

  private static String attempts(AlertReplay alert) {
    int attempts = 0;
    long longest = 0;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval pending : instance.intervals()) {
        attempts++;
        longest = Math.max(longest, held(pending, alert.step()));
      }
    }
    if (attempts == 0) {
      return ", never pending";
    }
    @Nullable Located<Duration> hold = alert.rule().holdDuration();
    String wanted = hold == null ? "" : ClockText.duration(hold.value().toMillis());
    String times = ", pending " + Counted.of(attempts, "time");
    return longest == 0
        ? times + ", at one evaluation" + (attempts == 1 ? "" : " each") + ": not for " + wanted
        : times + " for up to " + ClockText.duration(longest) + " of " + wanted;
  }

  // What counts for `for`: from the first evaluation to the last at which the expression held.
  private static long held(AlertInterval pending, long step) {
    return pending.open() ? pending.length() : pending.length() - step;
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

package dev.firedrill.cli.report;

import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who was told what and when, for people: what it stands on, one paragraph a notification, what
/// was held back, then
/// the number of notifications of each receiver.
///
/// @param notes on how rules were evaluated
/// @param zone in which times are shown
/// @param quiet whether only the numbers are shown
public record NotificationsText(NotificationRun run, List<String> notes, ZoneId zone, boolean quiet)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    ClockText clock = new ClockText(zone);
    if (!quiet) {
      TimeRange range = run.replay().range();
      List<String> told = new ArrayList<>(notes);
      if (run.knownSince() < range.first()) {
        String since = clock.after(range.first(), run.knownSince());
        told.add("alerts and groups of before are known since " + since);
      }
      new GroundText(run.replay().data(), range, zone, told).write(out);
      for (Notification each : run.log().notifications()) {
        notification(out, each, clock);
      }
      for (HeldBack held : run.log().heldBack()) {
        heldBack(out, held, clock);
      }
      if (!run.log().heldBack().isEmpty()) {
        out.append('\n');
      }
    }
    totals(out);
  }

  private static void notification(Appendable out, Notification told, ClockText clock)
      throws IOException {
    Labels group = told.group().groupLabels();
    out.append(clock.full(told.time())).append("  ").append(told.receiver());
    out.append(" (").append(told.integration().kind()).append(")  ");
    out.append(group.toString()).append("  ").append(told.reason().text()).append('\n');
    for (NotifiedAlert alert : told.alerts()) {
      Labels rest = alert.labels().without(group.names().toArray(String[]::new));
      out.append(alert.isFiring() ? "    firing    " : "    resolved  ");
      out.append(rest.toString()).append("  since ");
      out.append(clock.after(told.time(), alert.startsAt()));
      Long end = alert.endsAt();
      if (end != null) {
        out.append(" until ").append(clock.after(told.time(), end));
      }
      out.append('\n');
    }
    out.append('\n');
  }

  private static void heldBack(Appendable out, HeldBack held, ClockText clock) throws IOException {
    out.append(clock.full(held.time())).append("  held back ").append(held.labels().toString());
    Long until = held.until();
    if (until != null) {
      out.append(" until ").append(clock.after(held.time(), until));
    }
    out.append("\n    by ")
        .append(held.stage().words())
        .append(": ")
        .append(held.by())
        .append('\n');
  }

  private void totals(Appendable out) throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    run.log().notifications().forEach(each -> told.merge(each.receiver(), 1, Integer::sum));
    out.append(Counted.of(run.log().notifications().size(), "notification"));
    String before = ": ";
    for (Map.Entry<String, Integer> entry : told.entrySet()) {
      out.append(before).append(entry.getKey()).append(' ').append(entry.getValue().toString());
      before = ", ";
    }
    out.append('\n');
  }
}

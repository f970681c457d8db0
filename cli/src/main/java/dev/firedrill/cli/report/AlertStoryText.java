package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.notify.Delivery;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.replay.AlertReplay;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The story of one alert for people, in the order of time: when it was pending and fired, the
/// groups that it joined, what held it back, what was sent to whom and why.
///
/// @param run what happened, of this alert alone
/// @param config of the server that was told
/// @param messages what was sent
/// @param zone in which times are shown
public record AlertStoryText(
    NotificationRun run, AlertmanagerConfig config, SentMessages messages, ZoneId zone, Paint paint)
    implements Report {
  private static final String INDENT = "                     ";

  /// @param text its first line follows the time, the others are indented
  private record Event(long time, String text) {}

  @Override
  public void write(Appendable out) throws IOException {
    ClockText clock = new ClockText(zone);
    out.append(clock.range(run.replay().range())).append(' ').append(zone.getId()).append('\n');
    for (AlertReplay alert : run.replay().alerts()) {
      heading(out, alert);
    }
    List<Event> events = events(clock);
    if (events.isEmpty()) {
      out.append("\nit was never pending, and nobody was told of it\n");
      return;
    }
    for (Event event : events) {
      out.append('\n').append(clock.full(event.time())).append("  ");
      String indent = "";
      for (String line : event.text().split("\n", -1)) {
        out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        indent = INDENT;
      }
    }
    new NotificationsText(run, List.of(), zone, true).write(out.append('\n'));
  }

  private List<Event> events(ClockText clock) {
    List<Event> events = new ArrayList<>();
    for (AlertReplay alert : run.replay().alerts()) {
      for (AlertTimeline instance : alert.instances()) {
        states(events, alert, instance);
      }
    }
    for (HeldBack held : run.log().heldBack()) {
      events.add(new Event(held.time(), heldBack(held, clock)));
    }
    for (Notification told : run.log().notifications()) {
      events.add(new Event(told.time(), notification(told, clock)));
    }
    // What happens at the same time stays in the order of its causes.
    events.sort(Comparator.comparingLong(Event::time));
    return events;
  }

  private void heading(Appendable out, AlertReplay alert) throws IOException {
    var rule = alert.rule();
    out.append(paint.strong(rule.name().value())).append(" (");
    out.append(rule.location().file().path()).append(':');
    out.append(String.valueOf(rule.location().start().line())).append("): ");
    out.append(String.join(" ", rule.expr().source().text().strip().split("\\s+", -1)));
    var hold = rule.holdDuration();
    if (hold != null && !hold.value().isZero()) {
      out.append(", for ").append(PrometheusDuration.format(hold.value().toMillis()));
    }
    out.append('\n');
  }

  private void states(List<Event> events, AlertReplay alert, AlertTimeline instance) {
    String labels = shown(instance.labels());
    List<AlertInterval> intervals = instance.intervals();
    boolean joined = false;
    for (int i = 0; i < intervals.size(); i++) {
      AlertInterval each = intervals.get(i);
      // Whether it was so before is not looked at.
      boolean first = each.start() - alert.step() < run.replay().range().first();
      String since = (first ? " at the start" : "") + "  " + labels;
      String value = ", value " + GoFloat.general(each.value(), 6);
      boolean firing = each.phase() == Phase.FIRING;
      String groups = firing && !joined ? groups(instance.labels()) : "";
      joined |= firing;
      String state = firing ? paint.bad("firing") : paint.warning("pending");
      events.add(new Event(each.start(), state + since + value + groups));
      boolean goesOn = i + 1 < intervals.size() && intervals.get(i + 1).start() == each.end();
      if (!each.open() && !goesOn) {
        String over = paint.good(firing ? "resolved" : "pending no more") + "  " + labels;
        boolean gap = run.replay().endsInGap(alert, instance, each);
        events.add(new Event(each.end(), over + (gap ? ", in a gap of the data" : "")));
      }
    }
  }

  private String groups(Labels alert) {
    StringBuilder text = new StringBuilder();
    Labels sent = run.outgoing().of(alert).orElse(null);
    if (sent == null) {
      return "\nnot sent to Alertmanager: alert_relabel_configs drop it";
    }
    if (!run.outgoing().rules().isEmpty() && !sent.equals(alert)) {
      text.append("\nsent as ").append(sent);
    }
    for (MatchedRoute match : RouteWalk.of(config.route(), sent).matched()) {
      RouteSettings settings = match.route().settings();
      text.append("\njoins group ").append(match.groupLabels()).append(" of ");
      text.append(match.route().receiver()).append(", route at line ").append(match.route().line());
      text.append(": wait ").append(RouteTitles.duration(settings.groupWait().value()));
      text.append(", interval ").append(RouteTitles.duration(settings.groupInterval().value()));
      text.append(", repeat ").append(RouteTitles.duration(settings.repeatInterval().value()));
      boolean nobody =
          config.receiver(match.route().receiver()).stream()
              .allMatch(receiver -> receiver.integrations().isEmpty());
      text.append(nobody ? "; nobody is told: the receiver has no integrations" : "");
    }
    return text.toString();
  }

  private String heldBack(HeldBack held, ClockText clock) {
    Long until = held.until();
    return paint.warning("held back")
        + "  "
        + shown(held.labels())
        + " from "
        + held.group().route().receiver()
        + (until == null ? "" : " until " + clock.after(held.time(), until))
        + "\nby "
        + held.stage().words()
        + ": "
        + held.by();
  }

  private String notification(Notification told, ClockText clock) {
    StringBuilder text = new StringBuilder(paint.strong("told " + told.receiver()));
    text.append(" (").append(told.integration().kind()).append("): ");
    text.append(told.reason().text());
    if (told.delivery() != Delivery.OK) {
      text.append(", which failed");
    }
    for (NotifiedAlert alert : told.alerts()) {
      text.append(alert.isFiring() ? "\nfiring    " : "\nresolved  ").append(alert.labels());
      text.append("  since ").append(clock.after(told.time(), alert.startsAt()));
      Long end = alert.endsAt();
      text.append(end == null ? "" : " until " + clock.after(told.time(), end));
    }
    return messages.text(text, told, paint).toString();
  }

  private static String shown(Labels labels) {
    return labels.without("alertname").toString();
  }
}

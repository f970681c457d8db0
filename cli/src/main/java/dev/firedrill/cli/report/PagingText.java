package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.run.ActiveAlert;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why the instances of an alert that fired at a time did or did not page: for each route what had
/// become of them.
///
/// @param answer why they fired
/// @param run what became of the alert, all of it
/// @param config of the server that was told
/// @param zone in which times are shown
public record PagingText(
    Why.Answer answer, NotificationRun run, AlertmanagerConfig config, ZoneId zone, Paint paint)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append('\n').append(paint.strong("whom it was told")).append('\n');
    int firing = 0;
    for (AlertExplanation alert : answer.alerts()) {
      for (InstanceStory story : alert.instances()) {
        @Nullable ActiveAlert now = story.now();
        if (now != null && now.isFiring()) {
          firing++;
          instance(out, now);
        }
      }
    }
    if (firing == 0) {
      out.append("  nobody at that time: nothing fired\n");
    }
  }

  private void instance(Appendable out, ActiveAlert alert) throws IOException {
    out.append("  ").append(alert.labels().without("alertname").toString()).append('\n');
    Labels sent = run.outgoing().of(alert.labels()).orElse(null);
    if (sent == null) {
      out.append("    nobody: alert_relabel_configs drop it\n");
      return;
    }
    for (MatchedRoute match : RouteWalk.of(config.route(), sent).matched()) {
      out.append("    ").append(match.route().receiver()).append(" (route at line ");
      out.append(String.valueOf(match.route().line())).append(", group ");
      out.append(match.groupLabels().toString()).append(")\n");
      for (String words : verdict(match, sent)) {
        out.append("      ").append(words).append('\n');
      }
    }
  }

  private List<String> verdict(MatchedRoute match, Labels alert) {
    ClockText clock = new ClockText(zone);
    long asked = answer.question().time();
    List<String> words = new ArrayList<>();
    if (config.receiver(match.route().receiver()).stream()
        .allMatch(receiver -> receiver.integrations().isEmpty())) {
      words.add("nobody is told: the receiver has no integrations");
      return words;
    }
    @Nullable HeldBack held = held(match, alert, asked);
    if (held != null) {
      words.add(heldBack(held, clock));
    }
    told(match, alert, asked, held == null, words, clock);
    return words;
  }

  private void told(
      MatchedRoute match,
      Labels alert,
      long asked,
      boolean free,
      List<String> words,
      ClockText clock) {
    @Nullable Notification last = null;
    @Nullable Notification next = null;
    for (Notification each : run.log().notifications()) {
      if (isOf(each, match, alert)) {
        last = each.time() <= asked ? each : last;
        next = each.time() > asked && next == null ? each : next;
      }
    }
    RouteSettings settings = match.route().settings();
    if (last != null && isFiringIn(last, alert)) {
      words.add(
          paint.good("told") + " at " + clock.after(asked, last.time()) + ", " + reason(last));
      long again = last.time() + settings.repeatInterval().value().toMillis();
      words.add(
          "again only when the group changes, or by the repeat interval of "
              + RouteTitles.duration(settings.repeatInterval().value())
              + " not before "
              + clock.after(asked, again));
    } else if (free) {
      words.add(
          "not yet: group wait "
              + RouteTitles.duration(settings.groupWait().value())
              + ", group interval "
              + RouteTitles.duration(settings.groupInterval().value()));
    }
    if (next != null) {
      words.add("then at " + clock.after(asked, next.time()) + ", " + reason(next));
    } else if (last == null || !isFiringIn(last, alert)) {
      @Nullable HeldBack later = later(match, alert, asked);
      if (later != null) {
        words.add(heldBack(later, clock));
      }
      words.add("never told by the end of the data");
    }
  }

  private static String reason(Notification told) {
    return told.reason().text() + " (" + told.integration().kind() + ")";
  }

  private String heldBack(HeldBack held, ClockText clock) {
    long asked = answer.question().time();
    @Nullable Long until = held.until();
    return paint.warning("held back")
        + " since "
        + clock.after(asked, held.time())
        + (until == null ? "" : ", until " + clock.after(asked, until))
        + " by "
        + held.stage().words()
        + ": "
        + held.by();
  }

  private @Nullable HeldBack later(MatchedRoute match, Labels alert, long time) {
    for (HeldBack held : run.log().heldBack()) {
      if (held.time() > time && held.labels().equals(alert) && isSame(held.group(), match)) {
        return held;
      }
    }
    return null;
  }

  private @Nullable HeldBack held(MatchedRoute match, Labels alert, long time) {
    for (HeldBack held : run.log().heldBack()) {
      @Nullable Long until = held.until();
      if (held.time() <= time
          && (until == null || until > time)
          && held.labels().equals(alert)
          && isSame(held.group(), match)) {
        return held;
      }
    }
    return null;
  }

  private static boolean isOf(Notification told, MatchedRoute match, Labels alert) {
    return isSame(told.group(), match)
        && told.alerts().stream().map(NotifiedAlert::labels).anyMatch(alert::equals);
  }

  private static boolean isFiringIn(Notification told, Labels alert) {
    return told.alerts().stream().anyMatch(each -> each.isFiring() && each.labels().equals(alert));
  }

  private static boolean isSame(MatchedRoute one, MatchedRoute other) {
    return one.route().id().equals(other.route().id())
        && one.groupLabels().equals(other.groupLabels());
  }
}

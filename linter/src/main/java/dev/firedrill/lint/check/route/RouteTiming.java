package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.time.Duration;

/// Groups wait, then tick; what is told again is told at a tick.
@AutoService(Check.class)
public final class RouteTiming implements RoutingCheck {
  private static final Parameter<Duration> LEAST_WAIT =
      Parameter.duration("min_group_wait", Duration.ZERO, "the least group_wait");
  private static final Parameter<Duration> LEAST_INTERVAL =
      Parameter.duration("min_group_interval", Duration.ofSeconds(30), "the least group_interval");
  private static final Parameter<Duration> RETENTION =
      Parameter.duration(
          "retention", Duration.ofDays(5), "how long Alertmanager keeps what it told");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/timing",
          Severity.WARNING,
          "group_wait, group_interval and repeat_interval that do not go together",
          LEAST_WAIT,
          LEAST_INTERVAL,
          RETENTION);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (Route route : routing.routes()) {
      RouteSettings settings = route.settings();
      boolean own =
          isWritten(settings.groupWait())
              || isWritten(settings.groupInterval())
              || isWritten(settings.repeatInterval());
      if (own) {
        storms(route, findings);
        order(route, findings);
        repeats(route, findings);
      }
    }
  }

  private static boolean isWritten(RouteSetting<Duration> setting) {
    return setting.origin() == RouteSetting.Origin.WRITTEN;
  }

  private static void storms(Route route, Findings findings) {
    least(route, "group_wait", route.settings().groupWait(), findings.get(LEAST_WAIT), findings);
    least(
        route,
        "group_interval",
        route.settings().groupInterval(),
        findings.get(LEAST_INTERVAL),
        findings);
  }

  private static void least(
      Route route, String name, RouteSetting<Duration> setting, Duration least, Findings findings) {
    if (isWritten(setting) && setting.value().compareTo(least) < 0) {
      findings.add(
          findings
              .at(
                  RoutePlaces.of(route, setting),
                  name + " " + text(setting.value()) + " is below " + text(least))
              .withHelp("so short, alerts that belong together come in many messages"));
    }
  }

  private static void order(Route route, Findings findings) {
    RouteSettings settings = route.settings();
    RouteSetting<Duration> interval = settings.groupInterval();
    RouteSetting<Duration> wait = settings.groupWait();
    if (interval.value().compareTo(wait.value()) < 0) {
      RouteSetting<Duration> place = isWritten(interval) ? interval : wait;
      findings.add(
          findings
              .at(
                  RoutePlaces.of(route, place),
                  "group_interval "
                      + text(interval.value())
                      + " is shorter than group_wait "
                      + text(wait.value()))
              .withHelp("a group then waits longer at first than ever after"));
    }
  }

  private static void repeats(Route route, Findings findings) {
    RouteSetting<Duration> repeat = route.settings().repeatInterval();
    long interval = route.settings().groupInterval().value().toMillis();
    long wanted = repeat.value().toMillis();
    RouteSetting<Duration> place = isWritten(repeat) ? repeat : route.settings().groupInterval();
    if (repeat.origin() == RouteSetting.Origin.DEFAULT && !isWritten(place)) {
      return;
    }
    if (interval > 0 && wanted % interval != 0) {
      long effective = (wanted / interval + 1) * interval;
      findings.add(
          findings
              .at(
                  RoutePlaces.of(route, place),
                  "repeat_interval "
                      + text(repeat.value())
                      + " is "
                      + (wanted < interval ? "shorter than" : "no multiple of")
                      + " group_interval "
                      + text(Duration.ofMillis(interval))
                      + ": in effect it is "
                      + text(Duration.ofMillis(effective)))
              .withHelp("groups are looked at every group_interval only"));
    }
    if (isWritten(repeat) && repeat.value().compareTo(findings.get(RETENTION)) > 0) {
      findings.add(
          findings
              .at(
                  RoutePlaces.of(route, repeat),
                  "repeat_interval "
                      + text(repeat.value())
                      + " is beyond the retention of "
                      + text(findings.get(RETENTION)))
              .withHelp("Alertmanager forgets that it told, and tells again after the retention"));
    }
  }

  private static String text(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}

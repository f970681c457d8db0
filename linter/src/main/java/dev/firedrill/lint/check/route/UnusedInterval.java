package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.TimeInterval;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.HashSet;
import java.util.Set;

/// A time interval has an effect only where a route names it.
@AutoService(Check.class)
public final class UnusedInterval implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("interval/unused", Severity.WARNING, "time interval that no route names");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    Set<String> used = new HashSet<>();
    for (Route route : routing.routes()) {
      route.muteTimeIntervals().stream().map(Located::value).forEach(used::add);
      route.activeTimeIntervals().stream().map(Located::value).forEach(used::add);
    }
    for (TimeInterval interval : routing.config().timeIntervals()) {
      if (!used.contains(interval.name().value())) {
        findings.add(
            findings
                .at(
                    interval.name().location(),
                    "no route names the time interval `" + interval.name().value() + "`")
                .withHelp("name it under mute_time_intervals or active_time_intervals of a route"));
      }
    }
  }
}

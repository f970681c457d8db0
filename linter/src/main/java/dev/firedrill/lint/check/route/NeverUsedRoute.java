package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.HashSet;
import java.util.Set;

/// With rules given: what no alert can reach is dead, or waits for an alert that nobody wrote.
@AutoService(Check.class)
public final class NeverUsedRoute implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/never-used",
          Severity.WARNING,
          "with rules given: route that no alert of them can reach");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    if (!routing.rulesGiven()) {
      return;
    }
    Set<String> entered = new HashSet<>();
    routing.alerts().forEach(alert -> entered.addAll(alert.walk().entered()));
    routing.config().route().routes().forEach(route -> look(route, entered, findings));
  }

  // Of a route and those below it that none reaches, the outermost is enough.
  private static void look(Route route, Set<String> entered, Findings findings) {
    if (entered.contains(route.id())) {
      route.routes().forEach(child -> look(child, entered, findings));
    } else {
      findings.add(
          findings
              .at(RoutePlaces.of(route), "no alert of the rules can reach this route")
              .withHelp("compare its matchers with the labels of the alerts, or remove it"));
    }
  }
}

package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;

/// `group_by: ['...']` turns grouping off.
@AutoService(Check.class)
public final class GroupByAll implements RoutingCheck {
  private static final Parameter<Integer> ALERTS =
      new Parameter<>("alerts", 3, "so many alerts on a route are many");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/group-by-all",
          Severity.WARNING,
          "no grouping on a route that many alerts reach",
          ALERTS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (Route route : routing.routes()) {
      if (!route.settings().groupBy().value().all() || !isWritten(route)) {
        continue;
      }
      long alerts = routing.told(route).count();
      boolean root = route.matchers().isEmpty();
      boolean many = routing.rulesGiven() ? alerts >= findings.get(ALERTS) : root;
      if (many) {
        findings.add(
            findings
                .at(
                    RoutePlaces.of(route, route.settings().groupBy()),
                    "each alert is a message of its own here"
                        + (routing.rulesGiven() ? ": " + coming(alerts) : ""))
                .withHelp("group by what is repaired together: [alertname, cluster]"));
      }
    }
  }

  private static String coming(long alerts) {
    return alerts == 1 ? "1 alert comes this way" : alerts + " alerts come this way";
  }

  private static boolean isWritten(Route route) {
    return route.settings().groupBy().origin() == RouteSetting.Origin.WRITTEN;
  }
}

package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.PossibleRoute;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.List;

/// With rules given: a label that no alert has does not part groups.
@AutoService(Check.class)
public final class GroupByMissingLabel implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/group-by-missing-label",
          Severity.WARNING,
          "with rules given: grouping by a label that no alert of the route has");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    if (!routing.rulesGiven()) {
      return;
    }
    for (Route route : routing.routes()) {
      if (route.settings().groupBy().origin() != RouteSetting.Origin.WRITTEN) {
        continue;
      }
      List<PossibleRoute> told = told(route, routing);
      for (String label : route.settings().groupBy().value().labels()) {
        if (!told.isEmpty() && told.stream().allMatch(match -> lacks(match, label))) {
          findings.add(
              findings
                  .at(
                      RoutePlaces.of(route, route.settings().groupBy()),
                      "no alert that comes here has the label `" + label + "`")
                  .withHelp("leave it out, or give the label to the alerts"));
        }
      }
    }
  }

  // Children take the grouping over unless they write their own.
  private static List<PossibleRoute> told(Route route, Routing routing) {
    return routing.alerts().stream()
        .flatMap(alert -> alert.walk().matched().stream())
        .filter(match -> match.path().stream().anyMatch(step -> step.id().equals(route.id())))
        .filter(match -> isOwn(match, route))
        .toList();
  }

  private static boolean isOwn(PossibleRoute match, Route route) {
    return match.route().settings().groupBy().value().equals(route.settings().groupBy().value());
  }

  private static boolean lacks(PossibleRoute match, String label) {
    return match.labels().of(label).equals(LabelKnowledge.missing());
  }
}

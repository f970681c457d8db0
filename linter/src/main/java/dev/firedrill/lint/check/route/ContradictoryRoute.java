package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.LabelSpace;
import dev.firedrill.lint.routing.Routing;
import java.util.ArrayList;
import java.util.List;

/// All matchers on the way to a route must hold of the same alert.
@AutoService(Check.class)
public final class ContradictoryRoute implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/contradiction",
          Severity.ERROR,
          "matchers on the way to a route that no alert can satisfy");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    look(routing.config().route(), List.of(), findings);
  }

  private static void look(Route route, List<Route> above, Findings findings) {
    List<Route> path = new ArrayList<>(above);
    path.add(route);
    String label = LabelSpace.of(path).flatMap(LabelSpace::contradicted).orElse(null);
    if (label == null) {
      route.routes().forEach(child -> look(child, path, findings));
      return;
    }
    boolean own = LabelSpace.of(List.of(route)).flatMap(LabelSpace::contradicted).isPresent();
    findings.add(
        findings
            .at(
                RoutePlaces.of(route),
                "no alert comes here: no value of `"
                    + label
                    + "` satisfies all matchers "
                    + (own ? "of the route" : "on the way to it"))
            .withHelp("all matchers of a route, and of those around it, must hold at once"));
  }
}

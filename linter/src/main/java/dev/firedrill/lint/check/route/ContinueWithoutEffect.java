package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.List;

/// `continue` goes on to later siblings.
@AutoService(Check.class)
public final class ContinueWithoutEffect implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/continue-no-effect", Severity.INFO, "continue on the last of sibling routes");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (Route parent : routing.routes()) {
      List<Route> routes = parent.routes();
      if (!routes.isEmpty() && routes.getLast().continues()) {
        findings.add(
            findings
                .at(
                    RoutePlaces.of(routes.getLast()),
                    "`continue: true` has no effect: no route comes after this one")
                .withHelp("leave it out, or move the route"));
      }
    }
  }
}

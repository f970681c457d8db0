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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Alertmanager takes the first route that matches, and goes on only after `continue`.
@AutoService(Check.class)
public final class UnreachableRoute implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/unreachable",
          Severity.ERROR,
          "route whose alerts an earlier one without continue takes");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    look(routing.config().route(), List.of(), findings);
  }

  private static void look(Route parent, List<Route> above, Findings findings) {
    List<Route> path = new ArrayList<>(above);
    path.add(parent);
    for (int i = 0; i < parent.routes().size(); i++) {
      Route route = parent.routes().get(i);
      List<Route> earlier = parent.routes().subList(0, i);
      List<Route> own = new ArrayList<>(path);
      own.add(route);
      Optional<LabelSpace> space = LabelSpace.of(own);
      @Nullable Route taking =
          space
              .filter(known -> known.contradicted().isEmpty())
              .map(known -> taking(earlier, known))
              .orElse(null);
      if (taking == null) {
        look(route, path, findings);
      } else {
        findings.add(
            findings
                .at(
                    RoutePlaces.of(route),
                    "never reached: the route at line "
                        + taking.line()
                        + " takes all that this one matches")
                .withNote("this one comes first", RoutePlaces.of(taking))
                .withHelp("put the narrower route first, or give the first one `continue: true`"));
      }
    }
  }

  private static @Nullable Route taking(List<Route> earlier, LabelSpace space) {
    for (Route route : earlier) {
      boolean all =
          !route.continues()
              && LabelSpace.of(List.of(route)).filter(taken -> taken.includes(space)).isPresent();
      if (all) {
        return route;
      }
    }
    return null;
  }
}

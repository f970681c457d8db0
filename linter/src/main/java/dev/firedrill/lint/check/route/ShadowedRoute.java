package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.Verdict;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.RoutedAlert;
import dev.firedrill.lint.routing.Routing;
import java.util.List;

/// With rules given: some of what a route is written for goes to an earlier one.
@AutoService(Check.class)
public final class ShadowedRoute implements RoutingCheck {
  private static final int NAMED = 3;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/shadowed-in-part",
          Severity.WARNING,
          "with rules given: some alerts of a route are taken by an earlier one");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    if (routing.rulesGiven()) {
      look(routing.config().route(), routing, findings);
    }
  }

  private static void look(Route parent, Routing routing, Findings findings) {
    List<RoutedAlert> here = routing.entering(parent).toList();
    for (int i = 0; i < parent.routes().size(); i++) {
      Route route = parent.routes().get(i);
      List<RoutedAlert> matching = here.stream().filter(alert -> matches(alert, route)).toList();
      for (Route earlier : parent.routes().subList(0, i)) {
        if (!earlier.continues()) {
          List<RoutedAlert> taken =
              matching.stream().filter(alert -> matches(alert, earlier)).toList();
          if (!taken.isEmpty() && taken.size() < matching.size()) {
            findings.add(
                findings
                    .at(
                        RoutePlaces.of(route),
                        taken.size()
                            + " of "
                            + matching.size()
                            + " alerts that this route matches are taken by the one at line "
                            + earlier.line()
                            + ": "
                            + names(taken))
                    .withNote("this one comes first", RoutePlaces.of(earlier))
                    .withHelp("give the earlier route `continue: true`, or a narrower matcher"));
          }
        }
      }
      look(route, routing, findings);
    }
  }

  // Only what is sure counts: labels that are not known may make it another route's alert.
  private static boolean matches(RoutedAlert alert, Route route) {
    KnownLabels labels = alert.labels();
    for (Located<Matcher> matcher : route.matchers()) {
      if (labels.verdict(matcher.value()) != Verdict.ALWAYS) {
        return false;
      }
    }
    return true;
  }

  private static String names(List<RoutedAlert> alerts) {
    List<String> names = alerts.stream().map(RoutedAlert::name).distinct().toList();
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED)) + " and others";
  }
}

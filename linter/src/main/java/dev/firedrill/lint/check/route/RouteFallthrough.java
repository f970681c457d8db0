package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.RoutedAlert;
import dev.firedrill.lint.routing.Routing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// With rules given: the root is for what was forgotten.
@AutoService(Check.class)
public final class RouteFallthrough implements RoutingCheck {
  private static final List<String> SORTED_BY = List.of("severity", "team");
  private static final Set<String> URGENT = Set.of("critical", "page");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/fallthrough",
          Severity.WARNING,
          "with rules given: alert that reaches only the root receiver");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    Route root = routing.config().route();
    boolean silent =
        routing
            .config()
            .receiver(root.receiver())
            .map(Receiver::integrations)
            .filter(List::isEmpty)
            .isPresent();
    Optional<String> label = SORTED_BY.stream().filter(name -> sortsBy(root, name)).findFirst();
    if (!silent && label.isEmpty()) {
      return;
    }
    String reason =
        silent ? "which tells nobody" : "though there are routes by " + label.orElseThrow();
    for (RoutedAlert alert : routing.alerts()) {
      if (endsAtRoot(alert, root)) {
        findings.add(
            findings
                .at(
                    isUrgent(alert.labels()) ? Severity.ERROR : Severity.WARNING,
                    alert.rule().name().location(),
                    "`"
                        + alert.name()
                        + "` reaches only the root receiver `"
                        + root.receiver()
                        + "`, "
                        + reason)
                .withNote("the root route", RoutePlaces.of(root))
                .withHelp("give the alert the labels that a route asks for, or add a route"));
      }
    }
  }

  private static boolean endsAtRoot(RoutedAlert alert, Route root) {
    return alert.walk().matched().stream().allMatch(match -> match.route().id().equals(root.id()));
  }

  private static boolean isUrgent(KnownLabels labels) {
    return labels.of("severity").value().filter(URGENT::contains).isPresent();
  }

  private static boolean sortsBy(Route root, String label) {
    for (Route route : root.all()) {
      for (Located<Matcher> matcher : route.matchers()) {
        if (matcher.value().name().equals(label)) {
          return true;
        }
      }
    }
    return false;
  }
}

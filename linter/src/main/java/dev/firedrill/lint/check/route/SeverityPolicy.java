package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.route.PossibleRoute;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.RoutedAlert;
import dev.firedrill.lint.routing.Routing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which kinds of integrations an alert of a severity must and must not reach is the team's choice.
@AutoService(Check.class)
public final class SeverityPolicy implements RoutingCheck {
  private static final Parameter<Map<String, List<String>>> MUST =
      Parameter.stringsByName("must", "by severity, kinds of integrations of which one is reached");
  private static final Parameter<Map<String, List<String>>> MUST_NOT =
      Parameter.stringsByName("must_not", "by severity, kinds of integrations not to be reached");
  private static final CheckInfo INFO =
      CheckInfo.off(
          "route/severity-policy",
          "alert that reaches integrations that do not suit its severity",
          MUST,
          MUST_NOT);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (RoutedAlert alert : routing.alerts()) {
      alert
          .labels()
          .of("severity")
          .value()
          .ifPresent(severity -> look(alert, severity, routing, findings));
    }
  }

  private static void look(RoutedAlert alert, String severity, Routing routing, Findings findings) {
    List<String> must = findings.get(MUST).getOrDefault(severity, List.of());
    Set<String> sure = kinds(alert, routing, true);
    if (!must.isEmpty() && alert.walk().sure() && must.stream().noneMatch(sure::contains)) {
      report(
          alert,
          severity,
          "must reach " + String.join(" or ", must) + ", and reaches " + text(sure),
          findings);
    }
    for (String kind : findings.get(MUST_NOT).getOrDefault(severity, List.of())) {
      if (sure.contains(kind)) {
        report(alert, severity, "must not reach " + kind, findings);
      }
    }
  }

  private static void report(RoutedAlert alert, String severity, String what, Findings findings) {
    findings.add(
        findings.at(
            alert.rule().name().location(),
            "`" + alert.name() + "`, of severity " + severity + ", " + what));
  }

  private static Set<String> kinds(RoutedAlert alert, Routing routing, boolean sure) {
    Set<String> kinds = new LinkedHashSet<>();
    for (PossibleRoute match : alert.walk().matched()) {
      if (match.sure() == sure) {
        for (Integration integration :
            routing
                .config()
                .receiver(match.route().receiver())
                .map(Receiver::integrations)
                .orElse(List.of())) {
          kinds.add(integration.kind());
        }
      }
    }
    return kinds;
  }

  private static String text(Set<String> kinds) {
    return kinds.isEmpty() ? "nobody" : String.join(", ", kinds);
  }
}

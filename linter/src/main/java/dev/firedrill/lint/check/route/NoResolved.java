package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.Set;

/// A page that is never closed stays open at the paging service.
@AutoService(Check.class)
public final class NoResolved implements RoutingCheck {
  private static final Set<String> PAGING =
      Set.of("pagerduty", "opsgenie", "victorops", "incidentio");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "receiver/no-resolved",
          Severity.INFO,
          "paging integration that is not told of resolved alerts");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (WrittenField field : WrittenField.of(routing.config())) {
      boolean unsaid =
          PAGING.contains(field.kind())
              && field.field().name().equals("send_resolved")
              && field.text().equals("false");
      if (unsaid) {
        findings.add(
            findings
                .at(
                    field.value().location(),
                    field.kind() + " is not told when alerts are resolved: pages stay open")
                .withHelp("leave `send_resolved: false` out, unless pages are closed by hand"));
      }
    }
  }
}

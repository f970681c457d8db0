package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.Set;
import java.util.stream.Collectors;

/// What no route names is never told.
@AutoService(Check.class)
public final class UnusedReceiver implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("receiver/unused", Severity.WARNING, "receiver that no route names");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    Set<String> used = routing.routes().stream().map(Route::receiver).collect(Collectors.toSet());
    for (Receiver receiver : routing.config().receivers()) {
      if (!used.contains(receiver.name().value())) {
        findings.add(
            findings
                .at(
                    receiver.name().location(),
                    "no route names the receiver `" + receiver.name().value() + "`")
                .withHelp("remove it, or route to it"));
      }
    }
  }
}

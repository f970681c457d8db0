package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;

/// Without `equal`, one source anywhere mutes all targets everywhere.
@AutoService(Check.class)
public final class NoEqual implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "inhibit/no-equal",
          Severity.WARNING,
          "inhibition rule without equal: one alert anywhere mutes all");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (InhibitRule rule : routing.config().inhibitRules()) {
      if (rule.equal().isEmpty()) {
        findings.add(
            findings
                .at(
                    InhibitPlaces.of(rule),
                    "one such alert anywhere mutes all targets, wherever they are")
                .withHelp("say by `equal` which labels must be the same: [cluster, namespace]"));
      }
    }
  }
}

package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.LabelSpace;
import dev.firedrill.lint.routing.Routing;
import java.util.Optional;

/// Alertmanager lets an alert that matches both sides of a rule neither mute nor be muted by
/// another such alert.
@AutoService(Check.class)
public final class TwoSidedInhibition implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "inhibit/two-sided",
          Severity.INFO,
          "alerts that match both sides of an inhibition rule do not mute each other");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (InhibitRule rule : routing.config().inhibitRules()) {
      Optional<LabelSpace> source = LabelSpace.of(InhibitPlaces.matchers(rule.source()));
      Optional<LabelSpace> target = LabelSpace.of(InhibitPlaces.matchers(rule.target()));
      boolean both =
          source.isPresent() && target.isPresent() && target.get().includes(source.get());
      if (both && source.orElseThrow().contradicted().isEmpty()) {
        findings.add(
            findings
                .at(
                    InhibitPlaces.of(rule),
                    "every source is a target too: such alerts mute neither themselves nor each"
                        + " other")
                .withHelp("let the target's matchers leave the sources out, if that is meant"));
      }
    }
  }
}

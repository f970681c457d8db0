package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
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
import java.util.Optional;

/// With rules given: a rule has an effect only where a source and a target can meet.
@AutoService(Check.class)
public final class InhibitNever implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "inhibit/never",
          Severity.WARNING,
          "with rules given: inhibition rule that can mute nothing");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    if (!routing.rulesGiven()) {
      return;
    }
    for (InhibitRule rule : routing.config().inhibitRules()) {
      List<KnownLabels> sources = matching(rule.source(), routing);
      List<KnownLabels> targets = matching(rule.target(), routing);
      if (sources.isEmpty()) {
        report(rule, "no alert of the rules can be a source", findings);
      } else if (targets.isEmpty()) {
        report(rule, "no alert of the rules can be a target", findings);
      } else if (sources.stream().noneMatch(source -> meetsAny(source, targets, rule))) {
        report(rule, "no source and target of the rules can agree on " + names(rule), findings);
      }
    }
  }

  private static void report(InhibitRule rule, String what, Findings findings) {
    findings.add(
        findings
            .at(InhibitPlaces.of(rule), "this mutes nothing: " + what)
            .withHelp("compare the matchers and `equal` with the labels of the alerts"));
  }

  private static List<KnownLabels> matching(List<Located<Matcher>> matchers, Routing routing) {
    return routing.alerts().stream()
        .map(RoutedAlert::labels)
        .flatMap(labels -> assuming(labels, matchers).stream())
        .toList();
  }

  private static Optional<KnownLabels> assuming(
      KnownLabels labels, List<Located<Matcher>> matchers) {
    KnownLabels known = labels;
    for (Located<Matcher> matcher : matchers) {
      if (known.verdict(matcher.value()) == Verdict.NEVER) {
        return Optional.empty();
      }
      known = known.assuming(matcher.value());
    }
    return known.impossible() ? Optional.empty() : Optional.of(known);
  }

  private static boolean meetsAny(KnownLabels source, List<KnownLabels> targets, InhibitRule rule) {
    return targets.stream().anyMatch(target -> SharedLabels.canAgree(source, target, rule));
  }

  private static String names(InhibitRule rule) {
    return String.join(", ", rule.equal().stream().map(Located::value).toList());
  }
}

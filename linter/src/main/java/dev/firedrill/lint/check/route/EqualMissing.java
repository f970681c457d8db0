package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
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

/// With rules given: a label that both sides lack counts as equal.
@AutoService(Check.class)
public final class EqualMissing implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "inhibit/equal-missing",
          Severity.WARNING,
          "with rules given: label in equal that sources and targets lack");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (InhibitRule rule : routing.config().inhibitRules()) {
      List<KnownLabels> sources = surely(rule.source(), routing);
      List<KnownLabels> targets = surely(rule.target(), routing);
      if (sources.isEmpty() || targets.isEmpty()) {
        continue;
      }
      for (Located<String> label : rule.equal()) {
        if (allLack(sources, label.value()) && allLack(targets, label.value())) {
          findings.add(
              findings
                  .at(
                      label.location(),
                      "no source and no target has `"
                          + label.value()
                          + "`, which counts as equal: the rule reaches further than it reads")
                  .withHelp("leave it out, or give the label to the alerts"));
        }
      }
    }
  }

  private static List<KnownLabels> surely(List<Located<Matcher>> matchers, Routing routing) {
    return routing.alerts().stream()
        .map(RoutedAlert::labels)
        .filter(labels -> all(labels, matchers))
        .toList();
  }

  private static boolean all(KnownLabels labels, List<Located<Matcher>> matchers) {
    return matchers.stream().allMatch(matcher -> labels.verdict(matcher.value()) == Verdict.ALWAYS);
  }

  private static boolean allLack(List<KnownLabels> alerts, String label) {
    return alerts.stream().allMatch(labels -> labels.of(label).equals(LabelKnowledge.missing()));
  }
}

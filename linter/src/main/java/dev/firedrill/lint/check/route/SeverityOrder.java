package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A lesser alert should not hide a worse one.
@AutoService(Check.class)
public final class SeverityOrder implements RoutingCheck {
  private static final Parameter<List<String>> ORDER =
      Parameter.strings(
          "order",
          List.of(
              "none",
              "info",
              "notice",
              "low",
              "warning",
              "medium",
              "error",
              "high",
              "critical",
              "page",
              "emergency"),
          "severities, the least first");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "inhibit/severity-order",
          Severity.WARNING,
          "lower severity that mutes a higher one",
          ORDER);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    List<String> order = findings.get(ORDER);
    for (InhibitRule rule : routing.config().inhibitRules()) {
      Set<String> sources = severities(rule.source(), order);
      Set<String> targets = severities(rule.target(), order);
      if (sources.isEmpty() || targets.isEmpty()) {
        continue;
      }
      String greatest = max(sources, order);
      String worst = max(targets, order);
      if (order.indexOf(worst) > order.indexOf(greatest)) {
        findings.add(
            findings
                .at(
                    InhibitPlaces.of(rule),
                    "`" + greatest + "` alerts mute `" + worst + "` alerts, which are worse")
                .withHelp("source and target may have been swapped"));
      }
    }
  }

  // The severities that matchers by value allow; none where there is no such matcher.
  private static Set<String> severities(List<Located<Matcher>> matchers, List<String> order) {
    Set<String> found = new HashSet<>();
    for (Located<Matcher> matcher : matchers) {
      if (matcher.value().name().equals("severity")) {
        matcher
            .value()
            .acceptedValues()
            .ifPresent(values -> values.stream().filter(order::contains).forEach(found::add));
      }
    }
    return found;
  }

  private static String max(Set<String> severities, List<String> order) {
    String most = "";
    for (String severity : severities) {
      most = most.isEmpty() || order.indexOf(severity) > order.indexOf(most) ? severity : most;
    }
    return most;
  }
}

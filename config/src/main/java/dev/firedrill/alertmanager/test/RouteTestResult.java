package dev.firedrill.alertmanager.test;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How a route test went.
///
/// @param walk the alert's way through the tree
/// @param inhibitions the rules that mute it
/// @param silences those that cover it
/// @param failures empty where everything is as expected
public record RouteTestResult(
    RouteTest test,
    RouteWalk walk,
    List<Inhibition> inhibitions,
    List<TestSilence> silences,
    List<RouteTestFailure> failures) {
  public RouteTestResult {
    inhibitions = List.copyOf(inhibitions);
    silences = List.copyOf(silences);
    failures = List.copyOf(failures);
  }

  /// {@return whether everything is as expected}
  public boolean passed() {
    return failures.isEmpty();
  }

  /// {@return how a test goes with a configuration and Alertmanager's own templates}
  public static RouteTestResult of(RouteTest test, AlertmanagerConfig config) {
    return of(test, config, NotificationTemplates.builtIn(), false);
  }

  /// {@return how a test goes with a configuration}
  ///
  /// @param templates those that messages may use
  /// @param strict whether a message that cannot be rendered fails a test that expects none
  public static RouteTestResult of(
      RouteTest test, AlertmanagerConfig config, NotificationTemplates templates, boolean strict) {
    RouteWalk walk = RouteWalk.of(config.route(), test.labels());
    List<Inhibition> inhibitions =
        Inhibition.of(config.inhibitRules(), test.firing(), test.labels());
    List<TestSilence> silences =
        test.silences().stream().filter(silence -> silence.covers(test.labels())).toList();
    List<RouteTestFailure> failures = new ArrayList<>();
    compareReceivers(test.expect(), walk, failures);
    compareGroupLabels(test.expect(), walk, failures);
    new MuteComparison(test, config, walk).failure().ifPresent(failures::add);
    Located<Boolean> inhibited = test.expect().inhibited();
    if (inhibited != null && inhibited.value() == inhibitions.isEmpty()) {
      failures.add(failure("inhibited", inhibited, reason(inhibitions)));
    }
    Located<Boolean> silenced = test.expect().silenced();
    if (silenced != null && silenced.value() == silences.isEmpty()) {
      failures.add(failure("silenced", silenced, silenceReason(silences)));
    }
    failures.addAll(new MessageComparison(test, config, templates, strict).failures(walk));
    return new RouteTestResult(test, walk, inhibitions, silences, failures);
  }

  private static void compareReceivers(
      RouteExpectation expect, RouteWalk walk, List<RouteTestFailure> failures) {
    Located<List<String>> expected = expect.receivers();
    if (expected == null || expected.value().equals(walk.receivers())) {
      return;
    }
    List<String> routes = new ArrayList<>();
    for (MatchedRoute match : walk.matched()) {
      routes.add(match.route().receiver() + " by the route at line " + match.route().line());
    }
    failures.add(
        new RouteTestFailure(
            "receivers",
            expected.value().toString(),
            walk.receivers().toString(),
            String.join(", ", routes),
            expected.location()));
  }

  private static void compareGroupLabels(
      RouteExpectation expect, RouteWalk walk, List<RouteTestFailure> failures) {
    Located<List<Labels>> expected = expect.groupLabels();
    if (expected == null) {
      return;
    }
    List<Labels> got = walk.matched().stream().map(MatchedRoute::groupLabels).toList();
    List<Labels> wanted =
        expected.value().size() == 1
            ? Collections.nCopies(got.size(), expected.value().getFirst())
            : expected.value();
    if (!wanted.equals(got)) {
      failures.add(
          new RouteTestFailure(
              "group_labels",
              printed(expected.value()),
              printed(got.stream().distinct().count() == 1 ? got.subList(0, 1) : got),
              "the labels that the matched routes name under group_by, as far as the alert has"
                  + " them",
              expected.location()));
    }
  }

  private static String printed(List<Labels> labels) {
    return labels.size() == 1 ? labels.getFirst().toString() : labels.toString();
  }

  private static RouteTestFailure failure(
      String subject, Located<Boolean> expected, String reason) {
    return new RouteTestFailure(
        subject,
        expected.value().toString(),
        Boolean.toString(!expected.value()),
        reason,
        expected.location());
  }

  private static String reason(List<Inhibition> inhibitions) {
    if (inhibitions.isEmpty()) {
      return "no inhibition rule has a source among the alerts under firing";
    }
    Inhibition first = inhibitions.getFirst();
    int line = first.rule().location().start().line();
    return "by " + first.source() + " and the inhibition rule at line " + line;
  }

  private static String silenceReason(List<TestSilence> silences) {
    return silences.isEmpty()
        ? "no silence matches the alert"
        : "by the silence at line " + silences.getFirst().location().start().line();
  }
}

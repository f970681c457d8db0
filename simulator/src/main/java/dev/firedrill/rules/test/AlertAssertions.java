package dev.firedrill.rules.test;

import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.AlertingEvaluator;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleEvaluator;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a unit test expects of alerts, by the time at which it does.
final class AlertAssertions {
  private final Map<Duration, List<AlertExpectation>> expectations = new TreeMap<>();

  /// Those of a test.
  AlertAssertions(UnitTest test) {
    for (AlertExpectation alert : test.alerts()) {
      expectations.computeIfAbsent(alert.evalTime(), time -> new ArrayList<>()).add(alert);
    }
  }

  /// Compares what is expected in a stretch of time with the alerts that fire now.
  ///
  /// @param from milliseconds from the start of the test
  /// @param until where the next stretch begins
  void compare(long from, long until, List<GroupRunner> runners, AssertionLog log) {
    expectations.forEach(
        (time, alerts) -> {
          if (from <= time.toMillis() && time.toMillis() < until) {
            for (AlertExpectation alert : alerts) {
              log.check(
                  alert.location(),
                  () -> AlertComparison.compare(alert, firing(alert.alertname(), runners)));
            }
          }
        });
  }

  private static List<ActiveAlert> firing(String name, List<GroupRunner> runners) {
    List<ActiveAlert> firing = new ArrayList<>();
    for (GroupRunner runner : runners) {
      for (RuleEvaluator evaluator : runner.evaluators()) {
        if (evaluator instanceof AlertingEvaluator alerting
            && alerting.rule().name().value().equals(name)) {
          alerting.alerts().stream().filter(ActiveAlert::isFiring).forEach(firing::add);
        }
      }
    }
    return firing;
  }
}

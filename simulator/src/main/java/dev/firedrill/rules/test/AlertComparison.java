package dev.firedrill.rules.test;

import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExpectedAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Compares the alerts that fire with those expected: labels and annotations complete and exact.
final class AlertComparison {
  private AlertComparison() {}

  static Optional<TestFailure> compare(AlertExpectation expectation, List<ActiveAlert> firing) {
    List<LabelledAlert> expected = new ArrayList<>();
    for (ExpectedAlert alert : expectation.expected()) {
      SortedMap<String, String> labels = new TreeMap<>(alert.labels());
      labels.put(Labels.ALERT_NAME, expectation.alertname());
      expected.add(new LabelledAlert(labels, alert.annotations()));
    }
    List<LabelledAlert> got = new ArrayList<>();
    for (ActiveAlert alert : firing) {
      got.add(new LabelledAlert(new TreeMap<>(alert.labels().toMap()), alert.annotations()));
    }
    expected.sort(null);
    got.sort(null);
    if (expected.equals(got)) {
      return Optional.empty();
    }
    return Optional.of(
        new TestFailure(
            TestFailure.Kind.ALERT,
            expectation.alertname(),
            expectation.evalTime(),
            "",
            alerts(expected),
            alerts(got),
            expectation.location()));
  }

  private static List<Observation> alerts(List<LabelledAlert> alerts) {
    return alerts.stream().map(LabelledAlert::observed).toList();
  }
}

package dev.firedrill.alertmanager.test;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A silence that is in force during a test.
///
/// @param matchers all must match
public record TestSilence(List<Located<Matcher>> matchers, Location location) {
  public TestSilence {
    matchers = List.copyOf(matchers);
  }

  /// {@return whether it covers an alert}
  public boolean covers(Labels alert) {
    return matchers.stream().allMatch(matcher -> matcher.value().matches(alert));
  }
}

package dev.firedrill.rules.test;

import java.time.Duration;
import java.util.List;

/// How one test went.
///
/// @param assertions how many expectations were looked at
/// @param failures in the order in which promtool reports them; none where the test passed
/// @param elapsed how long it took to run
public record TestOutcome(
    UnitTest test, int assertions, List<TestFailure> failures, Duration elapsed) {
  public TestOutcome {
    failures = List.copyOf(failures);
  }

  /// {@return whether everything went as expected}
  public boolean passed() {
    return failures.isEmpty();
  }
}

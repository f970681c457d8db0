package dev.firedrill.rules.test;

import java.time.Duration;
import java.util.List;

/// How one test went.
///
/// @param assertions one for each expectation, those of alerts before those of expressions before
///     those of `expect_alerts` before those of `expect_notifications`
/// @param failures in the order in which promtool reports them; none where the test passed
/// @param elapsed how long it took to run
public record TestOutcome(
    UnitTest test,
    List<AssertionOutcome> assertions,
    List<TestFailure> failures,
    Duration elapsed) {
  public TestOutcome {
    assertions = List.copyOf(assertions);
    failures = List.copyOf(failures);
  }

  /// {@return whether everything went as expected}
  public boolean passed() {
    return failures.isEmpty();
  }
}

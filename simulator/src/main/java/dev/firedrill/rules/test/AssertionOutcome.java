package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How one expectation of a test went.
///
/// @param subject the alert's name, the expression or the receiver
/// @param evalTime since the start of the test; null where it is about the whole test
/// @param location where it is written
/// @param elapsed how long it took, its share of the evaluation of the rules included
public record AssertionOutcome(
    TestFailure.Kind kind,
    String subject,
    @Nullable Duration evalTime,
    Location location,
    Status status,
    Duration elapsed) {
  /// How it went.
  public enum Status {
    PASSED,
    FAILED,
    /// The test ended before it, since a rule failed or the test cannot be run.
    NOT_REACHED
  }
}

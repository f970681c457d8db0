package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.test.AssertionOutcome.Status;
import dev.firedrill.rules.test.NotificationTest.ExpectedNotification;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes down how the expectations of a test went, and how long each took.
final class AssertionLog {
  private final UnitTest test;
  private final List<TestFailure> failures = new ArrayList<>();
  private final Map<Location, Result> results = new HashMap<>();

  AssertionLog(UnitTest test) {
    this.test = test;
  }

  private record Result(boolean passed, long nanos) {}

  /// Looks at an expectation.
  ///
  /// @param location where it is written
  /// @param comparison what went otherwise, if anything did
  void check(Location location, Supplier<Optional<TestFailure>> comparison) {
    long started = System.nanoTime();
    Optional<TestFailure> failure = comparison.get();
    long nanos = System.nanoTime() - started;
    failure.ifPresent(failures::add);
    results.put(location, new Result(failure.isEmpty(), nanos));
  }

  /// Takes a failure that is none of an expectation.
  void fail(TestFailure failure) {
    failures.add(failure);
  }

  /// {@return whether anything has failed so far}
  boolean failed() {
    return !failures.isEmpty();
  }

  /// Adds to the failures what the alerts were at the time.
  void complete(TimelineMaker timelines) {
    failures.replaceAll(timelines::completed);
  }

  /// {@return how the test went}
  /// @param nanos how long all of it took
  TestOutcome outcome(long nanos) {
    long own = results.values().stream().mapToLong(Result::nanos).sum();
    long share = Math.max(0, nanos - own) / Math.max(1, expectations());
    List<AssertionOutcome> assertions = new ArrayList<>();
    for (AlertExpectation alert : test.alerts()) {
      assertions.add(
          assertion(
              TestFailure.Kind.ALERT,
              alert.alertname(),
              alert.evalTime(),
              alert.location(),
              share));
    }
    for (ExprExpectation expr : test.exprs()) {
      assertions.add(
          assertion(
              TestFailure.Kind.EXPR, expr.expr().text(), expr.evalTime(), expr.location(), share));
    }
    for (AlertBehaviour behaviour : test.additions().behaviours()) {
      assertions.add(
          assertion(
              TestFailure.Kind.ALERT,
              behaviour.alertname().value(),
              null,
              behaviour.location(),
              share));
    }
    NotificationTest notifications = test.additions().notifications();
    if (notifications != null) {
      notified(notifications, share, assertions);
    }
    return new TestOutcome(test, assertions, failures, Duration.ofNanos(nanos));
  }

  private void notified(
      NotificationTest notifications, long share, List<AssertionOutcome> assertions) {
    for (ExpectedNotification each : notifications.expected()) {
      assertions.add(
          assertion(
              TestFailure.Kind.NOTIFICATION,
              each.receiver().value(),
              each.at(),
              each.location(),
              share));
    }
    if (notifications.expected().isEmpty()) {
      assertions.add(
          assertion(
              TestFailure.Kind.NOTIFICATION,
              NotificationComparison.NOBODY,
              null,
              notifications.location(),
              share));
    }
  }

  private int expectations() {
    NotificationTest notifications = test.additions().notifications();
    int notified = notifications == null ? 0 : Math.max(1, notifications.expected().size());
    return notified
        + test.alerts().size()
        + test.exprs().size()
        + test.additions().behaviours().size();
  }

  private AssertionOutcome assertion(
      TestFailure.Kind kind,
      String subject,
      @Nullable Duration evalTime,
      Location location,
      long share) {
    Result result = results.get(location);
    Status status =
        result == null ? Status.NOT_REACHED : result.passed() ? Status.PASSED : Status.FAILED;
    long nanos = share + (result == null ? 0 : result.nanos());
    return new AssertionOutcome(kind, subject, evalTime, location, status, Duration.ofNanos(nanos));
  }
}

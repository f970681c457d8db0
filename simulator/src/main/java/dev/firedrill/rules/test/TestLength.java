package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import java.time.Duration;

/// How long a unit test is to run.
final class TestLength {
  private static final long MAX_EVALUATIONS = 10_000_000;

  private TestLength() {}

  /// {@return milliseconds from the start of a test to its last evaluation}
  ///
  /// @param interval between evaluations, in milliseconds
  /// @throws TestSetupException where that is more than can be done
  static long of(UnitTest test, InputSeriesLoader input, long interval) throws TestSetupException {
    long last = last(test, input, interval);
    long evaluations = TimeGrid.steps(0, last, interval);
    if (evaluations > MAX_EVALUATIONS) {
      throw tooLong(test, last, evaluations);
    }
    return last;
  }

  // What alerts do over a whole test is of interest as long as there is something to react to.
  private static long last(UnitTest test, InputSeriesLoader input, long interval) {
    TestAdditions additions = test.additions();
    NotificationTest notified = additions.notifications();
    long named = test.lastTime().toMillis();
    if (notified != null) {
      named = Math.max(named, notified.lastTime(Duration.ofMillis(interval)).toMillis());
    }
    boolean whole =
        (notified != null || !additions.behaviours().isEmpty()) && additions.until() == null;
    return whole ? Math.max(named, input.lastTime() - test.start()) : named;
  }

  private static TestSetupException tooLong(UnitTest test, long last, long evaluations) {
    String text =
        "the test takes " + evaluations + " evaluations of its rules; 10 million are possible";
    Diagnostic diagnostic = Diagnostic.error("test/setup", text, lastPlace(test, last));
    return new TestSetupException(
        text,
        diagnostic.withHelp(
            "it lasts "
                + PrometheusDuration.format(last)
                + ": bring it nearer, or set a longer evaluation_interval"));
  }

  /// {@return where a test names its last time}
  private static Location lastPlace(UnitTest test, long last) {
    for (AlertExpectation alert : test.alerts()) {
      if (alert.evalTime().toMillis() == last) {
        return alert.timed();
      }
    }
    for (ExprExpectation expr : test.exprs()) {
      if (expr.evalTime().toMillis() == last) {
        return expr.timed();
      }
    }
    return test.location();
  }
}

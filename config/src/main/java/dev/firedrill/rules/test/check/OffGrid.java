package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.test.AlertBehaviour;
import dev.firedrill.rules.test.StateClaim;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import java.time.Duration;
import java.util.function.Consumer;

/// At a time between two evaluations a test sees what was there at the evaluation before: rules are
/// not evaluated at other times, and promtool loads no sample after the last evaluation.
final class OffGrid implements TestCheck {
  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    for (AlertExpectation alert : subject.test().alerts()) {
      check(subject, "eval_time", alert.evalTime(), alert.timed(), findings);
    }
    for (ExprExpectation expr : subject.test().exprs()) {
      check(subject, "eval_time", expr.evalTime(), expr.timed(), findings);
    }
    for (AlertBehaviour behaviour : subject.test().additions().behaviours()) {
      for (StateClaim claim : behaviour.claims()) {
        for (Duration time : claim.times()) {
          check(subject, claim.phase().word(), time, claim.location(), findings);
        }
      }
    }
  }

  private static void check(
      TestSubject subject,
      String what,
      Duration time,
      Location place,
      Consumer<Diagnostic> findings) {
    Duration evaluation = subject.evaluation(time);
    if (!evaluation.equals(time)) {
      Duration interval = subject.file().evaluationInterval();
      String message =
          what
              + " "
              + TestSubject.text(time)
              + " is between two evaluations, of which the one at "
              + TestSubject.text(evaluation)
              + " counts";
      findings.accept(
          Diagnostic.of("test/off-grid", Severity.WARNING, message, place)
              .withHelp(
                  "rules are evaluated every "
                      + TestSubject.text(interval)
                      + " from the start of the test: say "
                      + TestSubject.text(evaluation)
                      + ", or change evaluation_interval"));
    }
  }
}

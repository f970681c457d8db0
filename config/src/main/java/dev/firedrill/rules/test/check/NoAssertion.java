package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.test.UnitTest;
import java.util.function.Consumer;

/// A test that expects nothing passes whatever the rules do.
final class NoAssertion implements TestCheck {
  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    UnitTest test = subject.test();
    if (test.alerts().isEmpty()
        && test.exprs().isEmpty()
        && test.additions().behaviours().isEmpty()
        && test.additions().notifications() == null) {
      findings.accept(
          Diagnostic.of(
                  "test/no-assertion",
                  Severity.WARNING,
                  "the test expects nothing, so it passes whatever the rules do",
                  test.location())
              .withHelp(
                  "add alert_rule_test, promql_expr_test, expect_alerts or expect_notifications"));
    }
  }
}

package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// Looks for one way in which a test may lie.
interface TestCheck {
  /// Reports what is found in one test, as warnings.
  void check(TestSubject subject, Consumer<Diagnostic> findings);
}

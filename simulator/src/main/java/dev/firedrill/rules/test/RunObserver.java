package dev.firedrill.rules.test;

/// Looks on while a test runs.
public interface RunObserver {
  /// Looks at nothing.
  RunObserver NONE = (test, evidence) -> {};

  /// Looks at nothing, and ends tests that have failed anyway.
  RunObserver HASTY =
      new RunObserver() {
        @Override
        public void ran(UnitTest test, TestEvidence evidence) {}

        @Override
        public boolean endsAtFirstFailure() {
          return true;
        }
      };

  /// Takes note of a test whose rules could all be evaluated, whether or not it passed.
  void ran(UnitTest test, TestEvidence evidence);

  /// {@return whether the rest of a test is of no interest once an expectation was not met}
  default boolean endsAtFirstFailure() {
    return false;
  }
}

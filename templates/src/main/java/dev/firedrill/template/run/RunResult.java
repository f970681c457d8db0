package dev.firedrill.template.run;

/// What came of running a template.
public sealed interface RunResult {
  /// It ran to its end.
  record Completed(String text) implements RunResult {}

  /// It failed; what it had written is dropped.
  ///
  /// @param message Go's, `template: NAME:LINE:COLUMN: executing "NAME" at <NODE>: WORDS`
  record Failed(String message) implements RunResult {}
}

package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Diagnostic;

/// A line of a script that cannot be read.
final class ScriptSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /// A line that cannot be read.
  ScriptSyntaxException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  /// {@return what is wrong, and where}
  Diagnostic diagnostic() {
    return diagnostic;
  }
}

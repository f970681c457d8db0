package dev.firedrill.engine.script;

/// A line of a script that cannot be read.
final class ScriptSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String text;

  /// A line that cannot be read.
  ///
  /// @param line its number, from 0
  ScriptSyntaxException(int line, String message) {
    super(message);
    this.line = line;
    this.text = message;
  }

  int line() {
    return line;
  }

  String text() {
    return text;
  }
}

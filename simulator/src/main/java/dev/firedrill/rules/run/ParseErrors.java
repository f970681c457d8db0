package dev.firedrill.rules.run;

import dev.firedrill.promql.ParseError;

/// Parse errors as Prometheus prints them where there is no file.
public final class ParseErrors {
  private ParseErrors() {}

  /// {@return the error with line and column in front, `1:5: parse error: ...`}
  /// @param text what was parsed
  public static String text(String text, ParseError error) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < error.span().start(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = error.span().start() - lineStart + 1;
    return line + ":" + column + ": parse error: " + error.message();
  }
}

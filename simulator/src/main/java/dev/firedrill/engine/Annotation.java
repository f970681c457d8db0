package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.Utf8;

/// Something that Prometheus has to say about a result.
///
/// @param warning whether the result is likely wrong; else it is for information
/// @param message without Prometheus's prefix and position
public record Annotation(boolean warning, String message, Span span) {
  /// {@return the message with the prefix that Prometheus's API gives it}
  public String prefixed() {
    return (warning ? "PromQL warning: " : "PromQL info: ") + message;
  }

  /// {@return the annotation as Prometheus prints it, with the prefix and its place, `(1:5)`}
  ///
  /// The place is the line and the byte at which the part of the expression starts.
  ///
  /// @param expr the text that was evaluated
  public String format(String expr) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < span.start(); i++) {
      if (expr.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = Utf8.length(expr, lineStart, span.start()) + 1;
    return prefixed() + " (" + line + ":" + column + ")";
  }
}

package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;

/// Something that Prometheus has to say about a result.
///
/// @param warning whether the result is likely wrong; else it is for information
/// @param message without Prometheus's prefix and position
public record Annotation(boolean warning, String message, Span span) {
  /// {@return the message with the prefix that Prometheus's API gives it}
  public String prefixed() {
    return (warning ? "PromQL warning: " : "PromQL info: ") + message;
  }
}

package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Span;

/// A text that one of the matcher parsers refuses. Never leaves this package.
final class MatcherSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Span span;

  MatcherSyntaxException(String message, Span span) {
    super(message, null, false, false);
    this.span = span;
  }

  /// {@return the error as the parser words it}
  String text() {
    return String.valueOf(getMessage());
  }

  /// {@return the part of the text it is about}
  Span span() {
    return span;
  }
}

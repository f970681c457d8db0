package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;

/// Stops the parser at the first error, as Go's does. Never leaves the package.
final class ParseFailure extends RuntimeException {
  private final String words;
  private final int line;
  private final Span span;

  ParseFailure(String words, int line, Span span) {
    super(words, null, false, false);
    this.words = words;
    this.line = line;
    this.span = span;
  }

  /// {@return Go's message, without name and line}
  String words() {
    return words;
  }

  /// {@return the line that Go names, from 1}
  int line() {
    return line;
  }

  /// {@return where in the text}
  Span span() {
    return span;
  }
}

package dev.firedrill.promql.series;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseError;

/// Ends the reading of a series at the first thing that is wrong.
final class SeriesSyntaxException extends RuntimeException {
  private final transient ParseError error;

  SeriesSyntaxException(String message, Span span) {
    super(message, null, false, false);
    this.error = new ParseError(message, span, null);
  }

  ParseError error() {
    return error;
  }
}

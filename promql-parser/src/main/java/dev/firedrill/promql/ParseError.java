package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.Utf8;
import org.jspecify.annotations.Nullable;

/// Something wrong with an expression.
///
/// @param message Prometheus's words, without position
/// @param span where in the expression
/// @param help what to do about it, ours; null where there is nothing to add
/// @param opener the parenthesis, bracket or brace that is not closed; null where that is not it
public record ParseError(String message, Span span, @Nullable String help, @Nullable Span opener) {
  /// An error that has nothing to do with something left open.
  public ParseError(String message, Span span, @Nullable String help) {
    this(message, span, help, null);
  }

  /// An error without help.
  ///
  /// @param end moved to `start` where it lies before it, which happens in Prometheus's ranges
  static ParseError of(String message, int start, int end) {
    return new ParseError(message, new Span(start, Math.max(start, end)), null);
  }

  /// {@return this with what to do about it}
  public ParseError withHelp(@Nullable String text) {
    return new ParseError(message, span, text, opener());
  }

  /// {@return this with what was opened and not closed}
  ParseError withOpener(@Nullable Span place) {
    return new ParseError(message, span, help(), place);
  }

  /// {@return this with another place to look at}
  ParseError at(Span place) {
    return new ParseError(message, place, help(), opener());
  }

  /// {@return the error as Prometheus prints it, `1:5: parse error: ...`: the line, and the byte
  ///     within it, both from 1}
  ///
  /// @param text the expression
  public String format(String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < span.start(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = Utf8.length(text, lineStart, span.start()) + 1;
    return line + ":" + column + ": parse error: " + message;
  }
}

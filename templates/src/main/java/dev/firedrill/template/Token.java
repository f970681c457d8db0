package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;

/// A token of a template.
///
/// @param text what was read; for an error, its message
/// @param line the line it starts on, from 1
record Token(TokenKind kind, String text, Span span, int line) {
  private static final int SHOWN = 10;

  /// {@return the token as Go's messages show it}
  String shown() {
    if (kind == TokenKind.END_OF_TEXT) {
      return "EOF";
    }
    if (kind == TokenKind.ERROR) {
      return text;
    }
    if (kind.isKeyword()) {
      return "<" + text + ">";
    }
    if (text.codePointCount(0, text.length()) > SHOWN) {
      return GoQuote.quote(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "...";
    }
    return GoQuote.quote(text);
  }
}

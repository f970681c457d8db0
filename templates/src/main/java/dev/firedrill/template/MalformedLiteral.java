package dev.firedrill.template;

import dev.firedrill.labels.GoQuote;

/// A string, character or number that Go cannot read. Never leaves the package.
final class MalformedLiteral extends RuntimeException {
  private final String words;

  MalformedLiteral(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  static MalformedLiteral quoting(String words, String literal) {
    return new MalformedLiteral(words + ": " + GoQuote.quote(literal));
  }

  /// {@return Go's message}
  String words() {
    return words;
  }
}

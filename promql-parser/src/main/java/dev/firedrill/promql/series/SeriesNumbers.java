package dev.firedrill.promql.series;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.promql.series.SeriesToken.Kind;

/// Reads the numbers of a series.
final class SeriesNumbers {
  private final SeriesTokens tokens;

  SeriesNumbers(SeriesTokens tokens) {
    this.tokens = tokens;
  }

  /// {@return a number without sign}
  double number() {
    SeriesToken token = tokens.expectInValue(Kind.NUMBER);
    try {
      return GoNumber.parseInt(token.text());
    } catch (GoFormatException _) {
      // Not an integer, or too large for one.
    }
    try {
      return GoNumber.parseFloat(token.text());
    } catch (GoFormatException e) {
      throw new SeriesSyntaxException("error parsing number: " + e.getMessage(), token.span());
    }
  }

  /// {@return a number with or without a minus}
  double signed() {
    return tokens.accept(Kind.SUB) ? -number() : number();
  }

  /// {@return a whole number without sign}
  long count() {
    SeriesToken token = tokens.expectInValue(Kind.NUMBER);
    try {
      return GoNumber.parseUnsigned(token.text());
    } catch (GoFormatException e) {
      throw new SeriesSyntaxException(
          "invalid repetition in series values: " + e.getMessage(), token.span());
    }
  }

  /// {@return a whole number with or without a minus}
  int integer() {
    return (int) (tokens.accept(Kind.SUB) ? -count() : count());
  }
}

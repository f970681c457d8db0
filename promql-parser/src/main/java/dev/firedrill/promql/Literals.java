package dev.firedrill.promql;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.grammar.PromqlParser;
import org.antlr.v4.runtime.Token;

/// Reads the values of numbers, durations and strings.
final class Literals {
  // Below it every decimal integer fits 64 bits.
  private static final int SHORT = 18;

  private final Problems problems;

  Literals(Problems problems) {
    this.problems = problems;
  }

  /// {@return the number, or the seconds of a duration; 0 where it is out of bounds}
  double number(Token token) {
    return isDuration(token) ? seconds(token) : plainNumber(token);
  }

  static boolean isDuration(Token token) {
    return token.getType() == PromqlParser.DURATION;
  }

  String string(Token token) {
    return GoQuote.unquote(token.getText());
  }

  private double seconds(Token token) {
    try {
      long millis = PrometheusDuration.parseMillis(token.getText());
      long whole = millis / 1000;
      return whole + (millis % 1000) * 1_000_000 / 1e9;
    } catch (GoFormatException e) {
      problems.add(Spans.of(token), String.valueOf(e.getMessage()));
      return 0;
    }
  }

  private double plainNumber(Token token) {
    String text = token.getText();
    if (isShortDecimal(text)) {
      return Long.parseLong(text);
    }
    try {
      return isInteger(text) ? integer(text) : GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      problems.add(Spans.of(token), "error parsing number: " + e.getMessage());
      return e.kind() == GoFormatException.Kind.RANGE ? Double.POSITIVE_INFINITY : 0;
    }
  }

  // As Prometheus does it: an integer in the base of its prefix if possible, else a float.
  private static double integer(String text) {
    try {
      return GoNumber.parseInt(text);
    } catch (GoFormatException _) {
      return GoNumber.parseFloat(text);
    }
  }

  private static boolean isShortDecimal(String text) {
    if (text.length() > SHORT || (text.charAt(0) == '0' && text.length() > 1)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Cursor.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  // Whether trying it as an integer can succeed.
  private static boolean isInteger(String text) {
    return Cursor.isDigit(text.charAt(0)) && text.indexOf('.') < 0;
  }
}

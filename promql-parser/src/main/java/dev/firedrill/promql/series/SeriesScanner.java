package dev.firedrill.promql.series;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.Cursor;
import dev.firedrill.promql.NumberScanner;
import dev.firedrill.promql.StringScanner;
import dev.firedrill.promql.series.SeriesToken.Kind;

/// Cuts series notation into tokens, one at a time. What a character means depends on where it
/// stands: outside of braces, among the labels, among the values, or inside a native histogram.
final class SeriesScanner {
  private enum Mode {
    METRIC,
    LABELS,
    VALUES,
    HISTOGRAM,
    BUCKETS
  }

  private final String text;
  private final Cursor cursor;
  private final boolean values;
  private Mode mode = Mode.METRIC;
  private int start;

  /// A scanner at the start of `text`.
  ///
  /// @param values whether values follow the metric
  SeriesScanner(String text, boolean values) {
    this.text = text;
    this.cursor = new Cursor(text);
    this.values = values;
  }

  /// {@return the next token; errors and the end come again and again}
  SeriesToken next() {
    if (mode == Mode.METRIC || mode == Mode.LABELS) {
      skipSpacesAndComments();
    }
    start = cursor.position();
    return switch (mode) {
      case METRIC -> metric();
      case LABELS -> label();
      case VALUES -> value();
      case HISTOGRAM -> histogram();
      case BUCKETS -> bucket();
    };
  }

  private void skipSpacesAndComments() {
    cursor.skipSpaces();
    while (cursor.isAt("#")) {
      while (!cursor.isAt("\r\n") && cursor.next() != Cursor.END) {}
      cursor.skipSpaces();
    }
  }

  private SeriesToken metric() {
    int c = cursor.peek();
    if (Cursor.isDigit(c) || (c == '.' && isDigitAt(start + 1))) {
      return numberOrDuration();
    }
    if (Cursor.isLetter(c) || c == ':') {
      return word();
    }
    cursor.next();
    return switch (c) {
      case Cursor.END -> token(Kind.END);
      case '{' -> {
        mode = Mode.LABELS;
        yield token(Kind.LEFT_BRACE);
      }
      case '"', '\'', '`' -> string(c);
      case ',' -> token(Kind.COMMA);
      case '(', '[' -> token(Kind.PUNCTUATION);
      case ')' -> {
        // Prometheus puts this error behind the parenthesis.
        start = cursor.position();
        yield error("unexpected right parenthesis ')'");
      }
      case ']', '}' ->
          error("unexpected right b" + (c == ']' ? "racket " : "race ") + GoQuote.quoteRune(c));
      case '+', '-', '*', '/', '%', '^', '<', '>', '@' -> token(Kind.OPERATOR);
      case '=' -> token(Kind.EQUALS);
      default -> error("unexpected character: " + GoQuote.quoteRune(c));
    };
  }

  private SeriesToken label() {
    int c = cursor.peek();
    if (Cursor.isLetter(c)) {
      return token(Kind.IDENTIFIER, wordEnd(false));
    }
    cursor.next();
    return switch (c) {
      case Cursor.END -> error("unexpected end of input inside braces");
      case ',' -> token(Kind.COMMA);
      case '"', '\'', '`' -> string(c);
      case '=' -> cursor.accept("~") ? token(Kind.OPERATOR) : token(Kind.EQUALS);
      case '!' -> {
        int next = cursor.next();
        yield next == '~' || next == '='
            ? token(Kind.OPERATOR)
            : error("unexpected character after '!' inside braces: " + GoQuote.quoteRune(next));
      }
      case '{' -> error("unexpected left brace '{'");
      case '}' -> {
        mode = values ? Mode.VALUES : Mode.METRIC;
        yield token(Kind.RIGHT_BRACE);
      }
      default -> error("unexpected character inside braces: " + GoQuote.quoteRune(c));
    };
  }

  private SeriesToken value() {
    int c = cursor.next();
    return switch (c) {
      case Cursor.END -> token(Kind.END);
      case '+' -> token(Kind.ADD);
      case '-' -> token(Kind.SUB);
      case 'x' -> token(Kind.TIMES);
      case '_' -> token(Kind.BLANK);
      case ' ', '\t', '\n', '\r' -> {
        cursor.skipSpaces();
        yield token(Kind.SPACE);
      }
      default -> {
        if (c == '{' && cursor.accept("{")) {
          mode = Mode.HISTOGRAM;
          yield token(Kind.OPEN_HISTOGRAM);
        }
        cursor.moveTo(start);
        if (Cursor.isDigit(c) || (c == '.' && isDigitAt(start + 1))) {
          yield number();
        }
        yield Cursor.isLetter(c)
            ? word()
            : error("unexpected character in series sequence: " + GoQuote.quoteRune(c));
      }
    };
  }

  private SeriesToken histogram() {
    int c = cursor.next();
    if (Cursor.isSpace(c)) {
      cursor.skipSpaces();
      return token(Kind.SPACE);
    }
    if (c == '}' && cursor.accept("}")) {
      mode = Mode.VALUES;
      return token(Kind.CLOSE_HISTOGRAM);
    }
    if (c == '[') {
      mode = Mode.BUCKETS;
      return token(Kind.LEFT_BRACKET);
    }
    if (c == ':') {
      return token(Kind.COLON);
    }
    return numberOrWord(c, "histogram description incomplete unexpected: ");
  }

  private SeriesToken bucket() {
    int c = cursor.next();
    if (Cursor.isSpace(c)) {
      cursor.skipSpaces();
      return token(Kind.SPACE);
    }
    if (c == ']') {
      mode = Mode.HISTOGRAM;
      return token(Kind.RIGHT_BRACKET);
    }
    return numberOrWord(c, "invalid character in buckets description: ");
  }

  private SeriesToken numberOrWord(int c, String otherwise) {
    if (c == '-') {
      return token(Kind.SUB);
    }
    cursor.moveTo(start);
    if (Cursor.isDigit(c)) {
      return number();
    }
    return Cursor.isLetter(c) ? histogramWord() : error(otherwise + GoQuote.quoteRune(c));
  }

  private SeriesToken histogramWord() {
    while (Cursor.isLetter(cursor.peek())) {
      cursor.next();
    }
    String word = text.substring(start, cursor.position());
    if (HistogramKey.find(word) != null) {
      return cursor.isAt(":")
          ? token(Kind.HISTOGRAM_KEY)
          : error("missing `:` for histogram descriptor");
    }
    if (SeriesWords.kind(word, false) == Kind.NUMBER) {
      return token(Kind.NUMBER);
    }
    return HistogramReader.isHint(word)
        ? token(Kind.RESET_HINT)
        : error("bad histogram descriptor found: " + GoQuote.quote(word));
  }

  private SeriesToken word() {
    int end = wordEnd(true);
    cursor.skipSpaces();
    boolean beforeParenthesis = cursor.isAt("(");
    cursor.moveTo(end);
    mode = values && !cursor.isAt("{") ? Mode.VALUES : Mode.METRIC;
    return token(SeriesWords.kind(text.substring(start, end), beforeParenthesis));
  }

  private int wordEnd(boolean withColon) {
    while (Cursor.isLetterOrDigit(cursor.peek()) || (withColon && cursor.isAt(":"))) {
      cursor.next();
    }
    return cursor.position();
  }

  private SeriesToken number() {
    boolean valid = new NumberScanner(cursor, true).scanNumber();
    return valid
        ? token(Kind.NUMBER)
        : error("bad number syntax: " + GoQuote.quote(text.substring(start, cursor.position())));
  }

  private SeriesToken numberOrDuration() {
    NumberScanner scanner = new NumberScanner(cursor, values);
    if (scanner.scanNumber()) {
      return token(Kind.NUMBER);
    }
    return scanner.scanRestOfDuration()
        ? token(Kind.DURATION)
        : error(
            "bad number or duration syntax: "
                + GoQuote.quote(text.substring(start, cursor.position())));
  }

  private SeriesToken string(int quote) {
    String problem = new StringScanner(cursor).scan(quote);
    return problem == null ? token(Kind.STRING) : error(problem);
  }

  private boolean isDigitAt(int index) {
    return index < text.length() && Cursor.isDigit(text.charAt(index));
  }

  private SeriesToken token(Kind kind) {
    return token(kind, cursor.position());
  }

  private SeriesToken token(Kind kind, int end) {
    return new SeriesToken(kind, text.substring(start, end), new Span(start, end), null);
  }

  private SeriesToken error(String problem) {
    Span span = new Span(start, Math.max(start, cursor.position()));
    cursor.moveTo(start);
    return new SeriesToken(Kind.ERROR, "", span, problem);
  }
}

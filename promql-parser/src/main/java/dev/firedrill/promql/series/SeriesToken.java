package dev.firedrill.promql.series;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.labels.GoQuote;
import org.jspecify.annotations.Nullable;

/// A token of series notation.
///
/// @param problem what is wrong with it; null for all kinds but [Kind#ERROR]
record SeriesToken(Kind kind, String text, Span span, @Nullable String problem) {
  private static final int LONGEST_SHOWN = 10;

  /// What a token is.
  enum Kind {
    END,
    ERROR,
    SPACE,
    BLANK,
    TIMES,
    ADD,
    SUB,
    NUMBER,
    DURATION,
    IDENTIFIER,
    METRIC_IDENTIFIER,
    STRING,
    LEFT_BRACE,
    RIGHT_BRACE,
    COMMA,
    EQUALS,
    OPEN_HISTOGRAM,
    CLOSE_HISTOGRAM,
    COLON,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    HISTOGRAM_KEY,
    RESET_HINT,
    AGGREGATOR,
    OPERATOR,
    KEYWORD,
    PUNCTUATION
  }

  /// {@return whether this is of a kind}
  boolean is(Kind other) {
    return kind == other;
  }

  /// {@return the token as Prometheus names it in messages}
  String describe() {
    return switch (kind) {
      case END -> "end of input";
      case ERROR -> text;
      case IDENTIFIER -> "identifier " + GoQuote.quote(text);
      case METRIC_IDENTIFIER -> "metric identifier " + GoQuote.quote(text);
      case NUMBER -> "number " + shortened();
      case DURATION -> "duration " + shortened();
      case STRING -> "string " + shortened();
      case ADD, SUB, OPERATOR -> "<op:" + text + ">";
      case AGGREGATOR -> "<aggr:" + text + ">";
      case KEYWORD -> "<" + text + ">";
      case HISTOGRAM_KEY -> internal(HistogramKey.of(text).number());
      case RESET_HINT -> internal(number(HistogramReader.hint(text)));
      case SPACE -> "\" \"";
      case BLANK,
          TIMES,
          LEFT_BRACE,
          RIGHT_BRACE,
          COMMA,
          EQUALS,
          OPEN_HISTOGRAM,
          CLOSE_HISTOGRAM,
          COLON,
          LEFT_BRACKET,
          RIGHT_BRACKET,
          PUNCTUATION ->
          GoQuote.quote(text);
    };
  }

  private static int number(CounterResetHint hint) {
    return switch (hint) {
      case UNKNOWN -> 57383;
      case COUNTER_RESET -> 57384;
      case NOT_COUNTER_RESET -> 57385;
      case GAUGE -> 57386;
    };
  }

  // Prometheus lacks names for these.
  private String internal(int number) {
    return "\"<Item " + number + ">\" " + shortened();
  }

  private String shortened() {
    if (text.length() <= LONGEST_SHOWN) {
      return GoQuote.quote(text);
    }
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
    return GoQuote.quote(text.substring(0, end)) + "...";
  }
}

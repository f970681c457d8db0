package dev.firedrill.promql.series;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.series.SeriesToken.Kind;
import java.util.Locale;
import java.util.Set;

/// The words that mean something in PromQL, as they are taken where a series is written.
final class SeriesWords {
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "atan2");
  // None of these can name a metric.
  private static final Set<String> RESERVED =
      Set.of("on", "ignoring", "group_left", "group_right", "bool");
  private static final Set<String> KEYWORDS =
      Set.of(
          "by",
          "without",
          "offset",
          "anchored",
          "smoothed",
          "start",
          "end",
          "step",
          "range",
          "min_of",
          "max_of");
  private static final Set<String> KEYWORDS_BEFORE_PARENTHESIS =
      Set.of("fill", "fill_left", "fill_right");

  private SeriesWords() {}

  /// {@return what kind of token a word is}
  ///
  /// @param beforeParenthesis whether the next thing after it is an opening parenthesis
  static Kind kind(String word, boolean beforeParenthesis) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("inf") || lower.equals("nan")) {
      return Kind.NUMBER;
    }
    if (OPERATORS.contains(lower)) {
      return Kind.OPERATOR;
    }
    if (RESERVED.contains(lower)
        || KEYWORDS.contains(lower)
        || (beforeParenthesis && KEYWORDS_BEFORE_PARENTHESIS.contains(lower))) {
      return Kind.KEYWORD;
    }
    for (AggregationOperator operator : AggregationOperator.values()) {
      if (operator.keyword().equals(lower)) {
        return Kind.AGGREGATOR;
      }
    }
    return word.indexOf(':') >= 0 ? Kind.METRIC_IDENTIFIER : Kind.IDENTIFIER;
  }

  /// {@return whether a token can be the name of a metric}
  static boolean canNameMetric(SeriesToken token) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    return switch (token.kind()) {
      case IDENTIFIER, METRIC_IDENTIFIER, AGGREGATOR -> true;
      case KEYWORD -> !RESERVED.contains(lower);
      case OPERATOR -> OPERATORS.contains(lower) && !lower.equals("atan2");
      default -> false;
    };
  }
}

package dev.firedrill.promql;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.grammar.PromqlParser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The words of PromQL that are more than names. Their case does not matter.
final class Keywords {
  /// What [#typeOf] gives for a word that is none.
  static final int NONE = 0;

  private static final int LONGEST = "count_values".length();
  private static final Map<String, Integer> TYPES = new HashMap<>();

  static {
    for (AggregationOperator operator : AggregationOperator.values()) {
      TYPES.put(operator.keyword(), PromqlParser.AGGREGATOR);
    }
    TYPES.put("and", PromqlParser.AND);
    TYPES.put("or", PromqlParser.OR);
    TYPES.put("unless", PromqlParser.UNLESS);
    TYPES.put("atan2", PromqlParser.ATAN2);
    TYPES.put("by", PromqlParser.BY);
    TYPES.put("without", PromqlParser.WITHOUT);
    TYPES.put("on", PromqlParser.ON);
    TYPES.put("ignoring", PromqlParser.IGNORING);
    TYPES.put("group_left", PromqlParser.GROUP_LEFT);
    TYPES.put("group_right", PromqlParser.GROUP_RIGHT);
    TYPES.put("fill", PromqlParser.FILL);
    TYPES.put("fill_left", PromqlParser.FILL_LEFT);
    TYPES.put("fill_right", PromqlParser.FILL_RIGHT);
    TYPES.put("bool", PromqlParser.BOOL);
    TYPES.put("offset", PromqlParser.OFFSET);
    TYPES.put("anchored", PromqlParser.ANCHORED);
    TYPES.put("smoothed", PromqlParser.SMOOTHED);
    TYPES.put("start", PromqlParser.START);
    TYPES.put("end", PromqlParser.END);
    TYPES.put("step", PromqlParser.STEP);
    TYPES.put("range", PromqlParser.RANGE);
    TYPES.put("min_of", PromqlParser.MIN_OF);
    TYPES.put("max_of", PromqlParser.MAX_OF);
    TYPES.put("inf", PromqlParser.NUMBER);
    TYPES.put("nan", PromqlParser.NUMBER);
  }

  private Keywords() {}

  /// {@return the token type of a word, or [#NONE]}
  static int typeOf(String word) {
    if (word.length() > LONGEST) {
      return NONE;
    }
    return TYPES.getOrDefault(word.toLowerCase(Locale.ROOT), NONE);
  }

  /// {@return whether labels in parentheses follow the keyword}
  static boolean takesLabels(int type) {
    return switch (type) {
      case PromqlParser.BY,
          PromqlParser.WITHOUT,
          PromqlParser.ON,
          PromqlParser.IGNORING,
          PromqlParser.GROUP_LEFT,
          PromqlParser.GROUP_RIGHT ->
          true;
      default -> false;
    };
  }
}

package dev.firedrill.promql;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.AggregationContext;
import dev.firedrill.promql.grammar.PromqlParser.AtModifierContext;
import dev.firedrill.promql.grammar.PromqlParser.BracketsContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelMatchersContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelsContext;
import dev.firedrill.promql.grammar.PromqlParser.OffsetModifierContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// The message about a token that does not fit: what it is, in what it stands, and what was
/// expected there, as Prometheus puts it.
final class UnexpectedToken {
  private static final int LONGEST_SHOWN = 10;
  private static final String DURATION = "number, duration, step(), or range()";

  private UnexpectedToken() {}

  /// {@return the error about `token`}
  ///
  /// @param context the innermost rule it does not fit into
  static ParseError error(Token token, ParserRuleContext context, List<Token> tokens) {
    String message = "unexpected " + describe(token) + place(token, context, tokens);
    return ParseError.of(message, token.getStartIndex(), token.getStopIndex() + 1);
  }

  /// {@return the aggregation that is given up because of the token; null where it is something
  ///     inside the aggregation, or there is none}
  static @Nullable AggregationContext brokenAggregation(
      Token token, ParserRuleContext innermost, List<Token> tokens) {
    ParserRuleContext place = place(innermost);
    return place instanceof AggregationContext aggregation && !isAfterSide(token, tokens)
        ? aggregation
        : null;
  }

  // The innermost of the constructs that Prometheus names in messages.
  private static @Nullable ParserRuleContext place(ParserRuleContext innermost) {
    ParserRuleContext context = innermost;
    while (context != null
        && !(context instanceof LabelsContext
            || context instanceof LabelMatchersContext
            || context instanceof OffsetModifierContext
            || context instanceof AtModifierContext
            || context instanceof BracketsContext
            || context instanceof AggregationContext)) {
      context = context.getParent();
    }
    return context;
  }

  private static String place(Token token, ParserRuleContext innermost, List<Token> tokens) {
    return switch (place(innermost)) {
      case LabelsContext labels -> inGrouping(inLabels(labels, token, tokens));
      case LabelMatchersContext _ -> " in label matching, expected " + inMatchers(token, tokens);
      case ParserRuleContext _ when isAfterSide(token, tokens) -> inGrouping("\"(\"");
      case OffsetModifierContext _ -> " in offset, expected " + DURATION;
      case AtModifierContext _ -> " in @, expected timestamp";
      case BracketsContext brackets -> inBrackets(brackets, token, tokens);
      case AggregationContext _ -> " in aggregation";
      case null, default -> isAfterSide(token, tokens) ? inGrouping("\"(\"") : "";
    };
  }

  private static String inGrouping(String expected) {
    return " in grouping opts, expected " + expected;
  }

  // After group_left and group_right, labels or an expression may follow; Prometheus speaks of the
  // labels.
  private static boolean isAfterSide(Token token, List<Token> tokens) {
    int before = token.getTokenIndex() == 0 ? Token.EOF : before(token, tokens);
    return before == PromqlParser.GROUP_LEFT || before == PromqlParser.GROUP_RIGHT;
  }

  private static int before(Token token, List<Token> tokens) {
    return tokens.get(token.getTokenIndex() - 1).getType();
  }

  private static String inLabels(LabelsContext context, Token token, List<Token> tokens) {
    if (context.getStart().equals(token)) {
      return "\"(\"";
    }
    return switch (before(token, tokens)) {
      case PromqlParser.OPEN_LABELS, PromqlParser.COMMA -> "label";
      default -> "\",\" or \")\"";
    };
  }

  private static String inMatchers(Token token, List<Token> tokens) {
    return switch (before(token, tokens)) {
      case PromqlParser.LEFT_BRACE, PromqlParser.COMMA -> "identifier or \"}\"";
      case PromqlParser.IDENTIFIER -> "label matching operator";
      case PromqlParser.STRING -> "\",\" or \"}\"";
      default -> "string";
    };
  }

  private static String inBrackets(BracketsContext context, Token token, List<Token> tokens) {
    boolean complete = endsDuration(context, token, tokens);
    if (context.colon != null) {
      return complete
          ? " in subquery selector, expected \"]\""
          : " in subquery selector, expected number, duration, step(), range(), or \"]\"";
    }
    return complete
        ? " in subquery or range, expected \":\" or \"]\""
        : " in subquery or range selector, expected " + DURATION;
  }

  // Whether a whole duration stands before the token.
  private static boolean endsDuration(BracketsContext context, Token token, List<Token> tokens) {
    int open = 0;
    int first = context.getStart().getTokenIndex() + 1;
    for (Token inside : tokens.subList(first, token.getTokenIndex())) {
      open += inside.getType() == PromqlParser.LEFT_PAREN ? 1 : 0;
      open -= inside.getType() == PromqlParser.RIGHT_PAREN ? 1 : 0;
    }
    return open == 0
        && switch (before(token, tokens)) {
          case PromqlParser.NUMBER, PromqlParser.DURATION, PromqlParser.RIGHT_PAREN -> true;
          default -> false;
        };
  }

  /// {@return a token as Prometheus names it}
  static String describe(Token token) {
    String text = token.getType() == Token.EOF ? "" : token.getText();
    return switch (token.getType()) {
      case Token.EOF -> "end of input";
      case PromqlParser.IDENTIFIER -> "identifier " + GoQuote.quote(text);
      case PromqlParser.METRIC_IDENTIFIER -> "metric identifier " + GoQuote.quote(text);
      case PromqlParser.STRING -> "string " + shortened(text);
      case PromqlParser.NUMBER -> "number " + shortened(text);
      case PromqlParser.DURATION -> "duration " + shortened(text);
      case PromqlParser.AGGREGATOR -> "<aggr:" + text + ">";
      case PromqlParser.BY,
          PromqlParser.WITHOUT,
          PromqlParser.BOOL,
          PromqlParser.ON,
          PromqlParser.IGNORING,
          PromqlParser.GROUP_LEFT,
          PromqlParser.GROUP_RIGHT,
          PromqlParser.FILL,
          PromqlParser.FILL_LEFT,
          PromqlParser.FILL_RIGHT,
          PromqlParser.OFFSET,
          PromqlParser.ANCHORED,
          PromqlParser.SMOOTHED ->
          "<" + text + ">";
      case PromqlParser.LEFT_PAREN,
          PromqlParser.RIGHT_PAREN,
          PromqlParser.OPEN_LABELS,
          PromqlParser.LEFT_BRACE,
          PromqlParser.RIGHT_BRACE,
          PromqlParser.LEFT_BRACKET,
          PromqlParser.RIGHT_BRACKET,
          PromqlParser.COMMA,
          PromqlParser.COLON,
          PromqlParser.EQUAL,
          PromqlParser.START,
          PromqlParser.END,
          PromqlParser.STEP,
          PromqlParser.RANGE,
          PromqlParser.MIN_OF,
          PromqlParser.MAX_OF ->
          shortened(text);
      default -> "<op:" + text + ">";
    };
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_SHOWN) {
      return GoQuote.quote(text);
    }
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
    return GoQuote.quote(text.substring(0, end)) + "...";
  }
}

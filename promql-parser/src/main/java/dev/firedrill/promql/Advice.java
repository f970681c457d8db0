package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.promql.ParseOptions.Feature;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Says what to do about errors in syntax: what was likely meant.
///
/// Looks at the text around the error, not at the words of the message, wherever that is enough.
final class Advice {
  static final String EMPTY = "write an expression, such as up == 0";

  private static final String UNKNOWN_FUNCTION = "unknown function with name ";
  private static final String TYPOGRAPHIC_QUOTES = "\u201c\u201d\u201e\u2018\u2019";
  private static final List<String> WORDS =
      List.of(
          "by",
          "without",
          "on",
          "ignoring",
          "group_left",
          "group_right",
          "offset",
          "and",
          "or",
          "unless",
          "bool");

  private final String text;
  private final List<Token> tokens;
  // What the help speaks of as left open.
  private @Nullable Span opener;

  private Advice(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// {@return the errors, the first of them with help if there is any to give}
  static List<ParseError> added(String text, List<Token> tokens, List<ParseError> errors) {
    Advice advice = new Advice(text, tokens);
    List<ParseError> helped = new ArrayList<>(errors);
    boolean first = true;
    for (int i = 0; i < helped.size(); i++) {
      ParseError error = helped.get(i);
      String function = error.help() == null ? advice.function(error) : null;
      String help = error.help() == null && first ? advice.help(error) : error.help();
      ParseError better = error.withHelp(function == null ? help : function);
      helped.set(i, first ? better.withOpener(advice.opener) : better);
      first = false;
    }
    return helped;
  }

  private @Nullable String help(ParseError error) {
    int at = error.span().start();
    String help = template();
    help = help == null ? featureOff(error.message()) : help;
    help = help == null ? character(at) : help;
    help = help == null ? operator(at) : help;
    help = help == null ? unclosed(error.message()) : help;
    return help == null ? word(at) : help;
  }

  private @Nullable String function(ParseError error) {
    if (!error.message().startsWith(UNKNOWN_FUNCTION)) {
      return null;
    }
    String name = text.substring(error.span().start(), error.span().end());
    // A name cut short comes before one misspelt.
    List<String> names = new ArrayList<>();
    for (FunctionSignature function : Functions.all()) {
      names.add(function.name().startsWith(name) ? 0 : names.size(), function.name());
    }
    Optional<String> nearest = Spelling.nearest(name, names);
    return nearest.map(near -> "did you mean " + near + "()?").orElse(null);
  }

  private @Nullable String template() {
    if (text.contains("{{") || text.contains("{%") || text.contains("${")) {
      return "the expression holds a template that was not filled in: render the file first";
    }
    return null;
  }

  private static @Nullable String featureOff(String message) {
    if (message.startsWith("function ") && message.endsWith("is not enabled")) {
      return enable(Feature.EXPERIMENTAL_FUNCTIONS);
    }
    if (message.endsWith("modifier is experimental and not enabled")) {
      return enable(Feature.EXTENDED_RANGE_SELECTORS);
    }
    return message.startsWith("binop fill modifiers")
        ? enable(Feature.BINARY_FILL_MODIFIERS)
        : null;
  }

  private static String enable(Feature feature) {
    return "enable it by --enable-feature=" + feature.flag();
  }

  private @Nullable String character(int at) {
    int place = firstOf(TYPOGRAPHIC_QUOTES);
    if (place >= 0) {
      return "replace the typographic quote " + text.charAt(place) + " by \" or '";
    }
    if (at >= text.length()) {
      return null;
    }
    return switch (text.charAt(at)) {
      case '\u00a0', '\u2003', '\u200b', '\ufeff' ->
          "this is a special space, pasted from elsewhere: replace it by an ordinary one";
      case '\u2013', '\u2014', '\u2212' -> "this is a dash: write - for a minus";
      case '$' -> "the expression holds a variable that was not filled in";
      case ';' -> "a rule has one expression, without ; at its end";
      default -> null;
    };
  }

  private int firstOf(String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0 && !isInToken(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isInToken(int place) {
    for (Token token : tokens) {
      if (token.getStartIndex() <= place && place <= token.getStopIndex()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String operator(int at) {
    if (text.startsWith("&&", at)) {
      return "write 'and' for &&";
    }
    if (text.startsWith("||", at)) {
      return "write 'or' for ||";
    }
    if (text.startsWith("=~", at) || text.startsWith("!~", at)) {
      return "regular expressions are for labels: put the matcher in braces, as in"
          + " up{job=~\"a.*\"}";
    }
    if (text.startsWith("<>", at - 1)) {
      return "write != for <>";
    }
    if (text.startsWith("!", at) && !text.startsWith("!=", at)) {
      return "there is no !: write 'unless' between two vectors, or turn the comparison round";
    }
    if (text.startsWith("==", at - 1) && isInBraces(at)) {
      return "write = in a matcher";
    }
    return text.startsWith("=", at) && !isInBraces(at) ? "write == to compare" : null;
  }

  private boolean isInBraces(int at) {
    boolean inside = false;
    for (Token token : tokens) {
      if (token.getStartIndex() >= at) {
        break;
      }
      inside =
          switch (token.getType()) {
            case PromqlParser.LEFT_BRACE -> true;
            case PromqlParser.RIGHT_BRACE -> false;
            default -> inside;
          };
    }
    return inside;
  }

  private @Nullable String unclosed(String message) {
    return switch (message) {
      case "unclosed left parenthesis" ->
          opened(PromqlParser.LEFT_PAREN, PromqlParser.RIGHT_PAREN, "parenthesis");
      case "unclosed left bracket", "unexpected end of input in duration expression" ->
          opened(PromqlParser.LEFT_BRACKET, PromqlParser.RIGHT_BRACKET, "bracket");
      case "unexpected end of input inside braces" ->
          opened(PromqlParser.LEFT_BRACE, PromqlParser.RIGHT_BRACE, "brace");
      case "unexpected end of input" -> unfinished();
      case "unexpected end of input in aggregation" ->
          "expected what is to be aggregated, in parentheses";
      case "unexpected right parenthesis ')'" -> "take it away, or open a parenthesis before it";
      case "unterminated quoted string", "unterminated raw string" ->
          "the string starts here and has no closing quote";
      default ->
          message.startsWith("bad number or duration syntax")
              ? "a duration is whole numbers, each with a unit of y w d h m s ms: 1h30m"
              : null;
    };
  }

  private @Nullable String unfinished() {
    int last = tokens.size() - 2;
    if (last < 0) {
      return null;
    }
    if (tokens.get(last).getType() == PromqlParser.RIGHT_PAREN) {
      int open = opener(last, PromqlParser.LEFT_PAREN, PromqlParser.RIGHT_PAREN);
      String word = open < 1 ? "(" : tokens.get(open - 1).getText();
      return "expected an expression after " + word + " (...)";
    }
    return "expected an expression after '" + tokens.get(last).getText() + "'";
  }

  private @Nullable String opened(int open, int close, String what) {
    return remember(opener(tokens.size(), open, close)) ? "close the " + what : null;
  }

  private boolean remember(int index) {
    opener = index < 0 ? null : Spans.of(tokens.get(index));
    return index >= 0;
  }

  // The index of the innermost opener that nothing closes before a token, or -1.
  private int opener(int before, int open, int close) {
    int closed = 0;
    for (int i = before - 1; i >= 0; i--) {
      int type = tokens.get(i).getType();
      boolean labels = open == PromqlParser.LEFT_PAREN && type == PromqlParser.OPEN_LABELS;
      if (type == close) {
        closed++;
      } else if ((type == open || labels) && closed-- == 0) {
        return i;
      }
    }
    return -1;
  }

  // A word where an operator or modifier belongs, or a modifier inside the parentheses.
  private @Nullable String word(int at) {
    for (Token token : tokens) {
      if (token.getStartIndex() == at) {
        return switch (token.getType()) {
          case PromqlParser.IDENTIFIER ->
              isValue(token)
                  ? "a label value needs quotes: \"" + token.getText() + "\""
                  : similar(token.getText());
          case PromqlParser.BY, PromqlParser.WITHOUT -> inside(token);
          default -> null;
        };
      }
    }
    return null;
  }

  private boolean isValue(Token token) {
    int before =
        token.getTokenIndex() == 0 ? Token.EOF : tokens.get(token.getTokenIndex() - 1).getType();
    return before == PromqlParser.EQUAL
        || before == PromqlParser.REGEX_EQUAL
        || before == PromqlParser.REGEX_NOT_EQUAL
        || (before == PromqlParser.NOT_EQUAL && isInBraces(token.getStartIndex()));
  }

  // A modifier of an aggregation whose parentheses are not closed yet.
  private @Nullable String inside(Token token) {
    return remember(
            opener(token.getTokenIndex(), PromqlParser.LEFT_PAREN, PromqlParser.RIGHT_PAREN))
        ? "close the parenthesis before '" + token.getText() + "'"
        : null;
  }

  private static @Nullable String similar(String word) {
    return Spelling.nearest(word, WORDS)
        .filter(near -> !near.equals(word))
        .map(near -> "did you mean '" + near + "'?")
        .orElse(null);
  }
}

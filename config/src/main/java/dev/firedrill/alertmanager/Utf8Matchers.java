package dev.firedrill.alertmanager;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.Utf8MatcherLexer.Kind;
import dev.firedrill.alertmanager.Utf8MatcherLexer.Token;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/// The UTF-8 matcher parser: `{ name operator value , ... }`, where names and values stand in
/// double quotes, or bare where no character is reserved.
final class Utf8Matchers {
  private final String input;
  private final Utf8MatcherLexer lexer;
  private final List<ParsedMatcher> matchers = new ArrayList<>();

  private Utf8Matchers(String input) {
    this.input = input;
    this.lexer = new Utf8MatcherLexer(input);
  }

  static List<ParsedMatcher> parse(String text) throws MatcherSyntaxException {
    Utf8Matchers parser = new Utf8Matchers(text);
    parser.list();
    return parser.matchers;
  }

  static ParsedMatcher parseOne(String text) throws MatcherSyntaxException {
    List<ParsedMatcher> matchers = parse(text);
    if (matchers.size() == 1) {
      return matchers.getFirst();
    }
    throw new MatcherSyntaxException(
        matchers.isEmpty() ? "no matchers" : "expected 1 matcher, found " + matchers.size(),
        new Span(0, text.length()));
  }

  private void list() throws MatcherSyntaxException {
    boolean open = lexer.peekToken().kind() == Kind.OPEN_BRACE;
    if (open) {
      lexer.scan();
    }
    Kind first = lexer.peekToken().kind();
    boolean more = first != Kind.CLOSE_BRACE && first != Kind.END;
    while (more) {
      matcher();
      more = separator();
    }
    closeBrace(open);
    Token rest = scan("expected end of input");
    if (rest.kind() != Kind.END) {
      throw new MatcherSyntaxException(
          rest.place() + rest.text() + ": expected end of input", rest.span());
    }
  }

  private void matcher() throws MatcherSyntaxException {
    Token name = expect("expected label name", Kind.QUOTED, Kind.UNQUOTED);
    String label = text(name);
    Operator operator =
        operator(
            expect(
                "expected an operator such as '=', '!=', '=~' or '!~'",
                Kind.EQUAL,
                Kind.NOT_EQUAL,
                Kind.REGEX,
                Kind.NOT_REGEX));
    Token value = expect("expected label value", Kind.UNQUOTED, Kind.QUOTED);
    Span span = name.span().to(value.span());
    try {
      matchers.add(new ParsedMatcher(Matcher.of(label, operator, text(value)), span));
    } catch (PatternSyntaxException e) {
      throw new MatcherSyntaxException("failed to create matcher: " + e.getMessage(), value.span());
    }
  }

  /// {@return whether another matcher follows}
  private boolean separator() throws MatcherSyntaxException {
    Token token = peek("expected a comma or close brace");
    switch (token.kind()) {
      case CLOSE_BRACE, END -> {
        return false;
      }
      case COMMA -> lexer.scan();
      default -> throw unexpected(token, "expected a comma or close brace");
    }
    String expected = "expected a matcher or close brace after comma";
    Token after = peek(expected);
    return switch (after.kind()) {
      case CLOSE_BRACE, END -> false;
      case QUOTED, UNQUOTED -> true;
      default -> throw unexpected(after, expected);
    };
  }

  private void closeBrace(boolean open) throws MatcherSyntaxException {
    boolean closed = lexer.peekToken().kind() == Kind.CLOSE_BRACE;
    Token token = closed || open ? lexer.scan() : lexer.peekToken();
    if (open && !closed) {
      throw endOfInput(token, "expected close brace");
    }
    if (closed && !open) {
      throw new MatcherSyntaxException(
          "0:" + lexer.column() + ": }: expected opening brace", token.span());
    }
  }

  private Token expect(String expected, Kind... kinds) throws MatcherSyntaxException {
    Token token = scan(expected);
    for (Kind kind : kinds) {
      if (token.kind() == kind) {
        return token;
      }
    }
    throw token.kind() == Kind.END ? endOfInput(token, expected) : unexpected(token, expected);
  }

  private Token scan(String expected) throws MatcherSyntaxException {
    try {
      return lexer.scan();
    } catch (MatcherSyntaxException e) {
      throw new MatcherSyntaxException(e.text() + ": " + expected, e.span());
    }
  }

  private Token peek(String expected) throws MatcherSyntaxException {
    try {
      return lexer.peekToken();
    } catch (MatcherSyntaxException e) {
      throw new MatcherSyntaxException(e.text() + ": " + expected, e.span());
    }
  }

  private MatcherSyntaxException endOfInput(Token token, String expected) {
    return new MatcherSyntaxException(
        "0:" + lexer.column() + ": end of input: " + expected, Span.at(token.span().end()));
  }

  private static MatcherSyntaxException unexpected(Token token, String expected) {
    return new MatcherSyntaxException(
        token.place() + "unexpected " + token.text() + ": " + expected, token.span());
  }

  private static Operator operator(Token token) {
    return switch (token.kind()) {
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case REGEX -> Operator.REGEX;
      case NOT_REGEX -> Operator.NOT_REGEX;
      default -> Operator.EQUAL;
    };
  }

  private static String text(Token token) throws MatcherSyntaxException {
    if (token.kind() == Kind.UNQUOTED) {
      return token.text();
    }
    try {
      String text = GoQuote.unquote(token.text());
      // A lone surrogate stands for a byte that is not UTF-8.
      if (text.codePoints().noneMatch(c -> c <= 0xffff && Character.isSurrogate((char) c))) {
        return text;
      }
    } catch (GoFormatException _) {
      // Alertmanager has one message for both.
    }
    throw Utf8MatcherLexer.invalid(token);
  }

  @Override
  public String toString() {
    return input;
  }
}

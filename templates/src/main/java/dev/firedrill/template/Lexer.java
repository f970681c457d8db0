package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts a template into tokens, on demand, by the rules of Go's text/template.
///
/// After an error only the end of the text is ever returned.
final class Lexer {
  private static final int END = -1;
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final int TRIM_LENGTH = 2;

  private final String input;
  private int start;
  private int position;
  private int line = 1;
  private int counted;
  private int parens;
  private boolean inAction;
  private boolean finished;

  Lexer(String input) {
    this.input = input;
  }

  /// {@return the next token}
  Token next() {
    Token token = null;
    while (token == null) {
      if (finished) {
        start = position;
        return token(TokenKind.END_OF_TEXT);
      }
      token = inAction ? inAction() : inText();
    }
    return token;
  }

  private @Nullable Token inText() {
    start = position;
    int open = input.indexOf(OPEN, start);
    int end = open < 0 ? input.length() : open;
    position = end;
    if (open >= 0 && trimsBefore(open + OPEN.length())) {
      while (end > start && isSpace(input.charAt(end - 1))) {
        end--;
      }
    }
    if (end > start) {
      return token(TokenKind.TEXT, new Span(start, end));
    }
    if (open < 0) {
      finished = true;
      return null;
    }
    return leftDelimiter();
  }

  private @Nullable Token leftDelimiter() {
    int open = position;
    int inside = open + OPEN.length();
    position = trimsBefore(inside) ? inside + TRIM_LENGTH : inside;
    if (input.startsWith("/*", position)) {
      return comment();
    }
    inAction = true;
    parens = 0;
    return token(TokenKind.LEFT_DELIMITER, new Span(open, inside));
  }

  private @Nullable Token comment() {
    start = position;
    int end = input.indexOf("*/", position + 2);
    if (end < 0) {
      return error("unclosed comment", new Span(start, start + 2));
    }
    position = end + 2;
    if (!atRightDelimiter()) {
      return error("comment ends before closing delimiter");
    }
    close();
    return null;
  }

  /// Goes past a closing delimiter, and past the space behind it where its marker says so.
  private Span close() {
    boolean trims = trimsAfter();
    int delimiter = trims ? position + TRIM_LENGTH : position;
    position = delimiter + CLOSE.length();
    while (trims && position < input.length() && isSpace(input.charAt(position))) {
      position++;
    }
    inAction = false;
    return new Span(delimiter, delimiter + CLOSE.length());
  }

  private Token inAction() {
    start = position;
    if (atRightDelimiter()) {
      return parens == 0
          ? token(TokenKind.RIGHT_DELIMITER, close())
          : error("unclosed left paren", new Span(start, start));
    }
    int c = take();
    return switch (c) {
      case END -> error("unclosed action");
      case ' ', '\t', '\r', '\n' -> space();
      case '=' -> token(TokenKind.ASSIGN);
      case ':' -> take() == '=' ? token(TokenKind.DECLARE) : error("expected :=");
      case '|' -> token(TokenKind.PIPE);
      case '"' -> quoted('"', TokenKind.STRING, "unterminated quoted string");
      case '\'' -> quoted('\'', TokenKind.CHARACTER_CONSTANT, "unterminated character constant");
      case '`' -> rawString();
      case '$' -> fieldOrVariable(TokenKind.VARIABLE);
      case '.' -> isAsciiDigit(peek()) || peek() == END ? number() : fieldOrDot();
      case '(' -> {
        parens++;
        yield token(TokenKind.LEFT_PAREN);
      }
      case ')' -> --parens < 0 ? error("unexpected right paren") : token(TokenKind.RIGHT_PAREN);
      default -> other(c);
    };
  }

  private Token other(int c) {
    if (c == '+' || c == '-' || isAsciiDigit(c)) {
      return number();
    }
    if (isAlphanumeric(c)) {
      return identifier();
    }
    return c < 0x7f && c > 0x20
        ? token(TokenKind.CHARACTER)
        : error("unrecognized character in action: " + named(c));
  }

  /// A space, which may be the first half of ` -}}` and then is none.
  private Token space() {
    while (isSpace(peek())) {
      if (atRightDelimiter()) {
        break;
      }
      position++;
    }
    return token(TokenKind.SPACE);
  }

  private Token identifier() {
    while (isAlphanumeric(peek())) {
      take();
    }
    if (!atTerminator()) {
      return badCharacter();
    }
    String word = input.substring(start, position);
    TokenKind keyword = TokenKind.keyword(word);
    if (keyword != null) {
      return token(keyword);
    }
    boolean isBool = word.equals("true") || word.equals("false");
    return token(isBool ? TokenKind.BOOL : TokenKind.IDENTIFIER);
  }

  private Token fieldOrDot() {
    return atTerminator() ? token(TokenKind.DOT) : fieldOrVariable(TokenKind.FIELD);
  }

  private Token fieldOrVariable(TokenKind kind) {
    while (isAlphanumeric(peek())) {
      take();
    }
    return atTerminator() ? token(kind) : badCharacter();
  }

  private Token badCharacter() {
    int from = position;
    return error("bad character " + named(take()), new Span(from, position));
  }

  private Token quoted(char quote, TokenKind kind, String unterminated) {
    while (true) {
      int c = take();
      if (c == quote) {
        return token(kind);
      }
      if (c == '\\') {
        c = take();
        if (c != END && c != '\n') {
          continue;
        }
      }
      if (c == END || c == '\n') {
        return error(unterminated, new Span(start, c == END ? position : position - 1));
      }
    }
  }

  private Token rawString() {
    int end = input.indexOf('`', position);
    if (end < 0) {
      return error("unterminated raw quoted string", new Span(start, start + 1));
    }
    position = end + 1;
    return token(TokenKind.RAW_STRING);
  }

  private Token number() {
    position = start;
    if (!scanNumber()) {
      return badNumber();
    }
    if (peek() != '+' && peek() != '-') {
      return token(TokenKind.NUMBER);
    }
    // A complex number: 1+2i, without spaces and with an `i` at its end.
    return scanNumber() && input.charAt(position - 1) == 'i'
        ? token(TokenKind.COMPLEX)
        : badNumber();
  }

  private Token badNumber() {
    return error("bad number syntax: " + GoQuote.quote(input.substring(start, position)));
  }

  private boolean scanNumber() {
    accept("+-");
    String digits = "0123456789_";
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptRun(digits);
    if (accept(".")) {
      acceptRun(digits);
    }
    boolean exponent =
        (digits.length() == 11 && accept("eE")) || (digits.length() == 23 && accept("pP"));
    if (exponent) {
      accept("+-");
      acceptRun("0123456789_");
    }
    accept("i");
    if (isAlphanumeric(peek())) {
      take();
      return false;
    }
    return true;
  }

  private boolean accept(String characters) {
    if (position < input.length() && characters.indexOf(input.charAt(position)) >= 0) {
      position++;
      return true;
    }
    return false;
  }

  private void acceptRun(String characters) {
    while (accept(characters)) {
      // goes on
    }
  }

  private int take() {
    int c = peek();
    position += c == END ? 0 : Character.charCount(c);
    return c;
  }

  private int peek() {
    return position < input.length() ? input.codePointAt(position) : END;
  }

  private boolean atTerminator() {
    int c = peek();
    return c == END || isSpace(c) || ".,|:()".indexOf(c) >= 0 || input.startsWith(CLOSE, position);
  }

  private boolean atRightDelimiter() {
    return input.startsWith(CLOSE, position) || trimsAfter();
  }

  private boolean trimsAfter() {
    return position + 1 < input.length()
        && isSpace(input.charAt(position))
        && input.charAt(position + 1) == '-'
        && input.startsWith(CLOSE, position + TRIM_LENGTH);
  }

  private boolean trimsBefore(int inside) {
    return inside + 1 < input.length()
        && input.charAt(inside) == '-'
        && isSpace(input.charAt(inside + 1));
  }

  private Token token(TokenKind kind) {
    return token(kind, new Span(start, position));
  }

  private Token token(TokenKind kind, Span span) {
    return new Token(kind, input.substring(span.start(), span.end()), span, lineAt(span.start()));
  }

  private Token error(String message) {
    return error(message, new Span(start, position));
  }

  private Token error(String message, Span span) {
    finished = true;
    inAction = false;
    return new Token(TokenKind.ERROR, message, span, lineAt(start));
  }

  private int lineAt(int offset) {
    while (counted < offset) {
      if (input.charAt(counted++) == '\n') {
        line++;
      }
    }
    return line;
  }

  /// {@return a character as Go's `%#U` shows it}
  private static String named(int c) {
    String character = Character.toString(c);
    boolean shown = c == '"' || c == '\\' || GoQuote.quote(character).charAt(1) != '\\';
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    String code = "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    return shown ? code + " '" + character + "'" : code;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isAsciiDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }
}

package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Span;

/// Cuts matcher text into tokens for [Utf8Matchers].
///
/// Errors name places in code points from 0, spans are in UTF-16 units.
final class Utf8MatcherLexer {
  /// What a token is.
  enum Kind {
    END,
    OPEN_BRACE,
    CLOSE_BRACE,
    COMMA,
    EQUAL,
    NOT_EQUAL,
    REGEX,
    NOT_REGEX,
    UNQUOTED,
    QUOTED
  }

  /// A token.
  ///
  /// @param text as written, with its quotes
  /// @param columns where it stands, in code points
  /// @param span where it stands, in UTF-16 units
  record Token(Kind kind, String text, Span columns, Span span) {
    /// {@return `START:END: `, as errors start}
    String place() {
      return columns.start() + ":" + columns.end() + ": ";
    }
  }

  private static final int END = -1;

  private final String input;
  private int start;
  private int startColumn;
  private int next;
  private int column;

  Utf8MatcherLexer(String input) {
    this.input = input;
  }

  /// {@return whether a character cannot stand outside of quotes}
  static boolean isReserved(int c) {
    return isSpace(c)
        || switch (c) {
          case '{', '}', '!', '=', '~', ',', '\\', '"', '\'', '`' -> true;
          default -> false;
        };
  }

  /// {@return what Go's `unicode.IsSpace` says}
  static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0 -> true;
      default ->
          c > 0xff
              && switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
                default -> false;
              };
    };
  }

  /// {@return the number of code points read so far}
  int column() {
    return column;
  }

  /// {@return the next token}
  Token scan() throws MatcherSyntaxException {
    while (isSpace(peek())) {
      advance();
    }
    start = next;
    startColumn = column;
    int c = peek();
    return switch (c) {
      case END -> emit(Kind.END);
      case '{' -> single(Kind.OPEN_BRACE);
      case '}' -> single(Kind.CLOSE_BRACE);
      case ',' -> single(Kind.COMMA);
      case '=', '!' -> operator();
      case '"' -> quoted();
      default -> unquoted(c);
    };
  }

  /// {@return the next token, which stays the next}
  Token peekToken() throws MatcherSyntaxException {
    int atOffset = next;
    int atColumn = column;
    try {
      return scan();
    } finally {
      next = atOffset;
      column = atColumn;
    }
  }

  private Token operator() throws MatcherSyntaxException {
    if (accept('=')) {
      return emit(accept('~') ? Kind.REGEX : Kind.EQUAL);
    }
    advance();
    if (accept('=')) {
      return emit(Kind.NOT_EQUAL);
    }
    if (accept('~')) {
      return emit(Kind.NOT_REGEX);
    }
    Token token = emit(Kind.END);
    String what = peek() == END ? "unexpected end of input, " : token.text() + ": ";
    throw new MatcherSyntaxException(token.place() + what + "expected one of '=~'", token.span());
  }

  private Token quoted() throws MatcherSyntaxException {
    advance();
    boolean escaped = false;
    for (int c = peek(); c != END; c = peek()) {
      advance();
      if (c == '"' && !escaped) {
        return emit(Kind.QUOTED);
      }
      escaped = c == '\\' && !escaped;
    }
    Token token = emit(Kind.QUOTED);
    throw new MatcherSyntaxException(
        token.place() + token.text() + ": missing end \"", token.span());
  }

  private Token unquoted(int first) throws MatcherSyntaxException {
    if (isReserved(first)) {
      advance();
      throw invalid(emit(Kind.UNQUOTED));
    }
    while (peek() != END && !isReserved(peek())) {
      advance();
    }
    return emit(Kind.UNQUOTED);
  }

  /// {@return the error for a token that is no valid text}
  static MatcherSyntaxException invalid(Token token) {
    return new MatcherSyntaxException(
        token.place() + token.text() + ": invalid input", token.span());
  }

  private Token single(Kind kind) {
    advance();
    return emit(kind);
  }

  private Token emit(Kind kind) {
    return new Token(
        kind, input.substring(start, next), new Span(startColumn, column), new Span(start, next));
  }

  private boolean accept(char wanted) {
    boolean there = peek() == wanted;
    if (there) {
      advance();
    }
    return there;
  }

  private int peek() {
    return next < input.length() ? input.codePointAt(next) : END;
  }

  private void advance() {
    next += Character.charCount(input.codePointAt(next));
    column++;
  }
}

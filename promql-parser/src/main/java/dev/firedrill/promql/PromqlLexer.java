package dev.firedrill.promql;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.grammar.PromqlParser;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/// Cuts an expression into tokens.
///
/// Has the states of Prometheus's lexer, one method each, because they show in its messages:
/// outside ([#statement]), in braces ([#matcher]), and from an opening bracket to the first number
/// ([#duration]). The first thing that is no token ends the text: see [#problem].
final class PromqlLexer implements TokenSource {
  private final String text;
  private final Cursor cursor;
  private final NumberScanner numbers;
  private final StringScanner strings;
  private int start;
  private int count;
  private int previousType;
  private int openParens;
  private boolean braceOpen;
  private boolean bracketOpen;
  private boolean beforeDuration;
  private boolean durationSeen;
  private boolean colonSeen;
  private @Nullable ParseError problem;

  PromqlLexer(String text) {
    this.text = text;
    this.cursor = new Cursor(text);
    this.numbers = new NumberScanner(cursor);
    this.strings = new StringScanner(cursor);
  }

  /// {@return what ended the text early; null where all of it was read, so far}
  @Nullable ParseError problem() {
    return problem;
  }

  @Override
  public Token nextToken() {
    int type = problem == null ? scan() : Token.EOF;
    previousType = type;
    int end = type == Token.EOF ? start : cursor.position();
    return new PromqlToken(type, text, start, end, count++);
  }

  private int scan() {
    skipSpacesAndComments();
    if (braceOpen) {
      return matcher(cursor.next());
    }
    return beforeDuration ? duration(cursor.next()) : statement(cursor.next());
  }

  private void skipSpacesAndComments() {
    cursor.skipSpaces();
    while (cursor.peek() == '#' && !(beforeDuration && !braceOpen)) {
      int c = cursor.next();
      while (c != '\n' && c != '\r' && c != Cursor.END) {
        c = cursor.next();
      }
      cursor.skipSpaces();
    }
    start = cursor.position();
  }

  private int statement(int c) {
    if (Cursor.isDigit(c) || (c == '.' && Cursor.isDigit(cursor.peek()))) {
      return number();
    }
    if (Cursor.isLetter(c) || c == ':') {
      return bracketOpen ? wordInBrackets(c) : word();
    }
    return switch (c) {
      case Cursor.END -> end();
      case '=' -> equal();
      case '!' -> not();
      case '<' -> less();
      case '>' -> greater();
      case '"', '\'', '`' -> string(c);
      case '{' -> {
        braceOpen = true;
        yield PromqlParser.LEFT_BRACE;
      }
      case '[' -> leftBracket();
      case ']' -> rightBracket();
      case '@' -> PromqlParser.AT;
      default -> arithmetic(c, "unexpected character: ");
    };
  }

  private int end() {
    if (openParens != 0) {
      return fail("unclosed left parenthesis");
    }
    return bracketOpen ? fail("unclosed left bracket") : Token.EOF;
  }

  // What means the same outside and in brackets.
  private int arithmetic(int c, String otherwise) {
    return switch (c) {
      case ',' -> PromqlParser.COMMA;
      case '+' -> PromqlParser.ADD;
      case '-' -> PromqlParser.SUBTRACT;
      case '*' -> PromqlParser.MULTIPLY;
      case '/' -> PromqlParser.DIVIDE;
      case '%' -> PromqlParser.MODULO;
      case '^' -> PromqlParser.POWER;
      case '(' -> {
        openParens++;
        yield Keywords.takesLabels(previousType)
            ? PromqlParser.OPEN_LABELS
            : PromqlParser.LEFT_PAREN;
      }
      case ')' -> {
        openParens--;
        // Prometheus has moved on to the next character when it notices.
        start = openParens < 0 ? cursor.position() : start;
        yield openParens < 0 ? fail("unexpected right parenthesis ')'") : PromqlParser.RIGHT_PAREN;
      }
      default -> fail(otherwise + GoQuote.quoteRune(c));
    };
  }

  private int equal() {
    if (cursor.peek() == '~') {
      return fail("unexpected character after '=': '~'");
    }
    return cursor.accept("=") ? PromqlParser.EQUAL_TO : PromqlParser.EQUAL;
  }

  private int not() {
    int c = cursor.next();
    return c == '='
        ? PromqlParser.NOT_EQUAL
        : fail("unexpected character after '!': " + GoQuote.quoteRune(c));
  }

  private int less() {
    if (cursor.accept("=")) {
      return PromqlParser.LESS_OR_EQUAL;
    }
    return cursor.accept("/") ? PromqlParser.TRIM_UPPER : PromqlParser.LESS;
  }

  private int greater() {
    if (cursor.accept("=")) {
      return PromqlParser.GREATER_OR_EQUAL;
    }
    return cursor.accept("/") ? PromqlParser.TRIM_LOWER : PromqlParser.GREATER;
  }

  private int string(int quote) {
    String wrong = strings.scan(quote);
    return wrong == null ? PromqlParser.STRING : fail(wrong);
  }

  private int number() {
    cursor.moveTo(start);
    beforeDuration = false;
    if (numbers.scanNumber()) {
      return PromqlParser.NUMBER;
    }
    if (numbers.scanRestOfDuration()) {
      return PromqlParser.DURATION;
    }
    String read = text.substring(start, cursor.position());
    return fail("bad number or duration syntax: " + GoQuote.quote(read));
  }

  private int word() {
    boolean colon = text.charAt(start) == ':';
    while (Cursor.isLetterOrDigit(cursor.peek()) || cursor.peek() == ':') {
      colon |= cursor.next() == ':';
    }
    if (colon) {
      return PromqlParser.METRIC_IDENTIFIER;
    }
    int type = Keywords.typeOf(text.substring(start, cursor.position()));
    boolean fill =
        type == PromqlParser.FILL
            || type == PromqlParser.FILL_LEFT
            || type == PromqlParser.FILL_RIGHT;
    return type == Keywords.NONE || (fill && !isBeforeParen()) ? PromqlParser.IDENTIFIER : type;
  }

  private boolean isBeforeParen() {
    int end = cursor.position();
    cursor.skipSpaces();
    boolean found = cursor.peek() == '(';
    cursor.moveTo(end);
    return found;
  }

  private int leftBracket() {
    if (bracketOpen) {
      return fail("unexpected left bracket '['");
    }
    bracketOpen = true;
    beforeDuration = true;
    durationSeen = false;
    colonSeen = false;
    return PromqlParser.LEFT_BRACKET;
  }

  private int rightBracket() {
    if (!bracketOpen) {
      return fail("unexpected right bracket ']'");
    }
    bracketOpen = false;
    beforeDuration = false;
    return PromqlParser.RIGHT_BRACKET;
  }

  // After the first number in brackets.
  private int wordInBrackets(int c) {
    if (c == ':') {
      if (colonSeen) {
        return fail("unexpected colon ':'");
      }
      colonSeen = true;
      return PromqlParser.COLON;
    }
    int type = durationFunction();
    return type == Keywords.NONE
        ? fail("unexpected character: " + GoQuote.quoteRune(c) + ", expected ':'")
        : type;
  }

  // From the bracket to the first number.
  private int duration(int c) {
    if (Cursor.isDigit(c) || (c == '.' && Cursor.isDigit(cursor.peek()))) {
      durationSeen = true;
      return number();
    }
    if (Cursor.isLetter(c)) {
      int type = durationFunction();
      durationSeen |= type != Keywords.NONE;
      return type == Keywords.NONE ? notInDuration(c) : type;
    }
    return switch (c) {
      case Cursor.END -> fail("unexpected end of input in duration expression");
      case ']' -> rightBracket();
      case ':' -> colon();
      default -> arithmetic(c, "unexpected character in duration expression: ");
    };
  }

  private int colon() {
    if (!durationSeen) {
      return fail("unexpected colon before duration in duration expression");
    }
    if (colonSeen) {
      return fail("unexpected repeated colon in duration expression");
    }
    colonSeen = true;
    return PromqlParser.COLON;
  }

  private int notInDuration(int c) {
    return fail("unexpected character in duration expression: " + GoQuote.quoteRune(c));
  }

  private int durationFunction() {
    while (Cursor.isLetter(cursor.peek())) {
      cursor.next();
    }
    int type = Keywords.typeOf(text.substring(start, cursor.position()));
    return switch (type) {
      case PromqlParser.STEP, PromqlParser.RANGE, PromqlParser.MIN_OF, PromqlParser.MAX_OF -> type;
      default -> Keywords.NONE;
    };
  }

  private int matcher(int c) {
    if (Cursor.isLetter(c)) {
      while (Cursor.isLetterOrDigit(cursor.peek())) {
        cursor.next();
      }
      return PromqlParser.IDENTIFIER;
    }
    return switch (c) {
      case Cursor.END -> fail("unexpected end of input inside braces");
      case ',' -> PromqlParser.COMMA;
      case '"', '\'', '`' -> string(c);
      case '=' -> cursor.accept("~") ? PromqlParser.REGEX_EQUAL : PromqlParser.EQUAL;
      case '!' -> notInMatcher(cursor.next());
      case '{' -> fail("unexpected left brace '{'");
      case '}' -> {
        braceOpen = false;
        yield PromqlParser.RIGHT_BRACE;
      }
      default -> fail("unexpected character inside braces: " + GoQuote.quoteRune(c));
    };
  }

  private int notInMatcher(int c) {
    return switch (c) {
      case '~' -> PromqlParser.REGEX_NOT_EQUAL;
      case '=' -> PromqlParser.NOT_EQUAL;
      default -> fail("unexpected character after '!' inside braces: " + GoQuote.quoteRune(c));
    };
  }

  // Whatever is wrong, Prometheus marks the rest of the text.
  private int fail(String message) {
    problem = ParseError.of(message, start, text.length());
    return Token.EOF;
  }

  @Override
  public int getLine() {
    return 1;
  }

  @Override
  public int getCharPositionInLine() {
    return cursor.position();
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public String getSourceName() {
    return "expression";
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    throw new UnsupportedOperationException("tokens are of one kind");
  }

  @Override
  public @Nullable TokenFactory<?> getTokenFactory() {
    return null;
  }
}

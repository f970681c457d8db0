package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;

/// Three tokens of look-ahead, with the slots of Go's parser: its messages name the line of the
/// token read last, not of the one they are about.
final class TokenBuffer {
  private final String name;
  private final Lexer lexer;
  private final Token[] slots = new Token[3];
  private int pending;
  private int actionLine;
  private Span opening = Span.at(0);

  TokenBuffer(String name, Lexer lexer) {
    this.name = name;
    this.lexer = lexer;
  }

  Token next() {
    if (pending > 0) {
      pending--;
    } else {
      read();
    }
    return slots[pending];
  }

  Token peek() {
    if (pending > 0) {
      return slots[pending - 1];
    }
    pending = 1;
    read();
    return slots[0];
  }

  private void read() {
    slots[0] = lexer.next();
    if (slots[0].kind() == TokenKind.LEFT_DELIMITER) {
      opening = slots[0].span();
    }
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.kind() == TokenKind.SPACE) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    back();
    return token;
  }

  /// Takes the last token back.
  void back() {
    pending++;
  }

  /// Takes back two tokens, the one in slot 0 and the one before it.
  void back(Token before) {
    slots[1] = before;
    pending = 2;
  }

  /// Takes back three tokens, the one in slot 0 and the two before it.
  void back(Token first, Token second) {
    slots[1] = second;
    slots[2] = first;
    pending = 3;
  }

  /// {@return the token read last}
  Token last() {
    return slots[0];
  }

  /// {@return the line that Go's messages name}
  int line() {
    return slots[0].line();
  }

  /// Notes on which line the action being read starts; 0 for none.
  void actionLine(int line) {
    actionLine = line;
  }

  /// {@return the line on which the action being read starts, or 0}
  int actionLine() {
    return actionLine;
  }

  /// {@return the next token, which must be of a kind}
  Token expect(TokenKind kind, String context) {
    Token token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  /// {@return the failure that Go reports for a token that does not belong where it is}
  ParseFailure unexpected(Token token, String context) {
    if (token.kind() != TokenKind.ERROR) {
      return fail("unexpected " + token.shown() + " in " + context, token.span());
    }
    boolean unclosed = token.text().equals("unclosed action");
    Span span = unclosed ? opening : token.span();
    if (actionLine == 0 || actionLine == token.line()) {
      return fail(token.text(), span);
    }
    String where = unclosed ? " started at " : " in action started at ";
    return fail(token.text() + where + name + ":" + actionLine, span);
  }

  /// {@return a failure at a place}
  ParseFailure fail(String message, Span span) {
    return new ParseFailure(message, line(), span);
  }
}

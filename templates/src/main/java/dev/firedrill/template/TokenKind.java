package dev.firedrill.template;

import org.jspecify.annotations.Nullable;

/// What a token of a template is.
enum TokenKind {
  TEXT,
  LEFT_DELIMITER,
  RIGHT_DELIMITER,
  SPACE,
  ASSIGN,
  DECLARE,
  PIPE,
  LEFT_PAREN,
  RIGHT_PAREN,
  CHARACTER,
  BOOL,
  CHARACTER_CONSTANT,
  NUMBER,
  COMPLEX,
  STRING,
  RAW_STRING,
  FIELD,
  VARIABLE,
  IDENTIFIER,
  DOT,
  NIL,
  BLOCK,
  BREAK,
  CONTINUE,
  DEFINE,
  ELSE,
  END,
  IF,
  RANGE,
  TEMPLATE,
  WITH,
  ERROR,
  END_OF_TEXT;

  /// {@return whether Go shows such a token in angle brackets}
  boolean isKeyword() {
    return switch (this) {
      case DOT, NIL, BLOCK, BREAK, CONTINUE, DEFINE, ELSE, END, IF, RANGE, TEMPLATE, WITH -> true;
      default -> false;
    };
  }

  /// {@return the keyword that a word is, or null}
  static @Nullable TokenKind keyword(String word) {
    return switch (word) {
      case "block" -> BLOCK;
      case "break" -> BREAK;
      case "continue" -> CONTINUE;
      case "define" -> DEFINE;
      case "else" -> ELSE;
      case "end" -> END;
      case "if" -> IF;
      case "nil" -> NIL;
      case "range" -> RANGE;
      case "template" -> TEMPLATE;
      case "with" -> WITH;
      default -> null;
    };
  }

  /// {@return whether an operand can start with such a token}
  boolean startsOperand() {
    return switch (this) {
      case BOOL,
          CHARACTER_CONSTANT,
          COMPLEX,
          DOT,
          FIELD,
          IDENTIFIER,
          NUMBER,
          NIL,
          RAW_STRING,
          STRING,
          VARIABLE,
          LEFT_PAREN ->
          true;
      default -> false;
    };
  }
}

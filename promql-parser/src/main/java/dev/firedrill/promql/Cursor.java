package dev.firedrill.promql;

/// A place in the text of an expression that moves on character by character.
final class Cursor {
  /// Stands for the end of the text.
  static final int END = -1;

  /// What Go reads where the text is not UTF-8, and where this very character stands.
  static final int REPLACEMENT = 0xfffd;

  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  void moveTo(int place) {
    position = place;
  }

  /// {@return the character here, past which it moves; [#END] at the end}
  int next() {
    int c = peek();
    if (c != END) {
      position += c > Character.MAX_VALUE ? 2 : 1;
    }
    return c;
  }

  /// {@return the character here; [#END] at the end}
  int peek() {
    if (position == text.length()) {
      return END;
    }
    char c = text.charAt(position);
    if (!Character.isSurrogate(c)) {
      return c;
    }
    int codePoint = text.codePointAt(position);
    return codePoint > Character.MAX_VALUE ? codePoint : REPLACEMENT;
  }

  /// Moves past the character here if it is one of `characters`.
  boolean accept(String characters) {
    if (!isAt(characters)) {
      return false;
    }
    position++;
    return true;
  }

  /// Moves past all of `characters` from here on.
  void acceptAll(String characters) {
    while (accept(characters)) {}
  }

  /// {@return whether the character here is one of `characters`}
  boolean isAt(String characters) {
    return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
  }

  void skipSpaces() {
    while (isSpace(peek())) {
      position++;
    }
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }
}

package dev.firedrill.promql;

/// A place in the text of an expression that moves on character by character.
public final class Cursor {
  /// Stands for the end of the text.
  public static final int END = -1;

  /// What Go reads where the text is not UTF-8, and where this very character stands.
  public static final int REPLACEMENT = 0xfffd;

  private final String text;
  private int position;

  /// A cursor at the start of a text.
  public Cursor(String text) {
    this.text = text;
  }

  /// {@return the whole text}
  public String text() {
    return text;
  }

  /// {@return the index of the character here, in UTF-16 units}
  public int position() {
    return position;
  }

  /// Moves to an index.
  public void moveTo(int place) {
    position = place;
  }

  /// {@return the character here, past which it moves; [#END] at the end}
  public int next() {
    int c = peek();
    if (c != END) {
      position += c > Character.MAX_VALUE ? 2 : 1;
    }
    return c;
  }

  /// {@return the character here; [#END] at the end}
  public int peek() {
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
  public boolean accept(String characters) {
    if (!isAt(characters)) {
      return false;
    }
    position++;
    return true;
  }

  /// Moves past all of `characters` from here on.
  public void acceptAll(String characters) {
    while (accept(characters)) {}
  }

  /// {@return whether the character here is one of `characters`}
  public boolean isAt(String characters) {
    return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
  }

  /// Moves past blanks, tabs and line ends.
  public void skipSpaces() {
    while (isSpace(peek())) {
      position++;
    }
  }

  /// {@return whether PromQL takes a character for a space}
  public static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// {@return whether a character may start a name: an ASCII letter or an underscore}
  public static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /// {@return whether a character is an ASCII digit}
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// {@return whether a character may stand in a name}
  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }
}

package dev.firedrill.template.function;

/// The first letter of each word in title case, the others as they are.
///
/// Words are those of Unicode: an apostrophe or dot between letters, an underscore and digits do
/// not end one.
final class TitleCase {
  private TitleCase() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean done = false;
    int before = -1;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int after = i + Character.charCount(c);
      int next = after < text.length() ? text.codePointAt(after) : -1;
      if (!isInWord(before, c, next)) {
        done = false;
      }
      boolean starts = !done && Character.isLetter(c);
      out.appendCodePoint(starts ? Character.toTitleCase(c) : c);
      done |= starts;
      before = c;
      i = after;
    }
    return out.toString();
  }

  private static boolean isInWord(int before, int c, int next) {
    if (Character.isLetterOrDigit(c) || c == '_' || isMark(c)) {
      return true;
    }
    boolean betweenLetters = before >= 0 && Character.isLetter(before) && Character.isLetter(next);
    boolean betweenDigits = before >= 0 && Character.isDigit(before) && Character.isDigit(next);
    return switch (c) {
      case '\'', '.', '\u2018', '\u2019' -> betweenLetters || betweenDigits;
      case ':', '\u00b7' -> betweenLetters;
      case ',', ';' -> betweenDigits;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONNECTOR_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}

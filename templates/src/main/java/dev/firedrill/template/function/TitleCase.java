package dev.firedrill.template.function;

import java.util.Locale;

/// The first letter of each word in title case, the others as they are or in lower case.
///
/// Words are those of Unicode: an apostrophe or dot between letters, an underscore and digits do
/// not end one.
final class TitleCase {
  private static final int SIGMA = 0x3a3;
  private static final char FINAL_SIGMA = 0x3c2;

  private TitleCase() {}

  /// {@return a text with words that start in title case}
  static String of(String text) {
    return of(text, false);
  }

  /// {@return a text with words that start in title case and go on in lower case}
  static String lowering(String text) {
    return of(text, true);
  }

  private static String of(String text, boolean lowers) {
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
      if (starts) {
        out.append(title(c));
      } else if (!lowers) {
        out.appendCodePoint(c);
      } else if (c == SIGMA && Character.isLetter(before) && !Character.isLetter(next)) {
        out.append(FINAL_SIGMA);
      } else {
        out.append(Character.toString(c).toLowerCase(Locale.ROOT));
      }
      done |= starts;
      before = c;
      i = after;
    }
    return out.toString();
  }

  /// A letter as a word starts with it, which may be several: `ß` becomes `Ss`.
  private static String title(int c) {
    int title = Character.toTitleCase(c);
    String upper = Character.toString(c).toUpperCase(Locale.ROOT);
    if (title != c || upper.codePointCount(0, upper.length()) == 1) {
      return Character.toString(title);
    }
    int first = Character.charCount(upper.codePointAt(0));
    boolean cased = Character.isUpperCase(upper.codePointAt(0));
    return cased
        ? upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT)
        : upper;
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

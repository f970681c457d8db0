package dev.firedrill.cli.report;

import java.lang.Character.UnicodeScript;

/// How many columns of a terminal texts take: two for ideographs and emoji, none for what combines
/// with the character before.
final class DisplayWidth {
  private static final int FIRST_COMBINING = 0x300;

  private DisplayWidth() {}

  /// {@return the columns that a text takes}
  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += of(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /// {@return the text with blanks behind it, as wide as given where it is not wider}
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /// {@return the longest start of a text that is no wider than given}
  static String head(String text, int width) {
    return text.substring(0, end(text, width));
  }

  /// {@return where the longest start of a text ends that is no wider than given}
  static int end(String text, int width) {
    int left = width;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      left -= of(c);
      if (left < 0) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /// {@return the longest end of a text that is no wider than given}
  static String tail(String text, int width) {
    int left = width;
    int start = text.length();
    while (start > 0) {
      int c = text.codePointBefore(start);
      left -= of(c);
      if (left < 0) {
        break;
      }
      start -= Character.charCount(c);
    }
    return text.substring(start);
  }

  private static int of(int c) {
    // Dashes, dots and blocks need no look at the tables.
    if (c < FIRST_COMBINING || within(0x2010, c, 0x2027) || within(0x2500, c, 0x25FC)) {
      return 1;
    }
    return isCombining(c) ? 0 : isWide(c) ? 2 : 1;
  }

  // Vowels and ends of Korean syllables stand in the place of their start.
  private static boolean isCombining(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> within(0x1160, c, 0x11FF);
    };
  }

  private static boolean isWide(int c) {
    if (c < 0x1100 || within(0xFF61, c, 0xFFDC) || within(0x1F1E6, c, 0x1F1FF)) {
      // Halves of the width, and letters of flags, of which two make a flag.
      return false;
    }
    if (within(0x3000, c, 0x33FF) || within(0xFF01, c, 0xFF60) || within(0xFFE0, c, 0xFFE6)) {
      return true;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
      default -> Character.isEmojiPresentation(c);
    };
  }

  private static boolean within(int first, int c, int last) {
    return first <= c && c <= last;
  }
}

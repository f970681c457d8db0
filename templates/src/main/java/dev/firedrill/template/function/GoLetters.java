package dev.firedrill.template.function;

import java.util.function.IntUnaryOperator;

/// Go's `strings.ToUpper`, `strings.ToLower` and `strings.TrimSpace`.
final class GoLetters {
  private GoLetters() {}

  static String upper(String text) {
    return mapped(text, Character::toUpperCase);
  }

  static String lower(String text) {
    return mapped(text, Character::toLowerCase);
  }

  /// Letter by letter, as Go does it: no letter becomes two.
  private static String mapped(String text, IntUnaryOperator mapping) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(mapping).forEach(out::appendCodePoint);
    return out.toString();
  }

  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0 -> true;
      default -> c > 0xff && Character.isSpaceChar(c);
    };
  }
}

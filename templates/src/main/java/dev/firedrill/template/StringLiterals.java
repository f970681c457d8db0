package dev.firedrill.template;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoQuote;

/// What quoted strings and characters stand for, as Go's `strconv.Unquote` reads them.
final class StringLiterals {
  // GoQuote gives bytes that are not UTF-8 as U+DC80 to U+DCFF.
  private static final int RAW_BYTES = 0xdc00;

  private StringLiterals() {}

  /// {@return what a string in double quotes or backquotes stands for}
  /// @throws MalformedLiteral where Go reports an error
  static String string(String quoted) {
    if (quoted.charAt(0) == '`') {
      return quoted.substring(1, quoted.length() - 1).replace("\r", "");
    }
    return unquoted(quoted);
  }

  /// {@return the character that a constant in single quotes stands for}
  /// @throws MalformedLiteral where Go reports an error
  static int character(String quoted) {
    boolean escaped = quoted.charAt(1) == '\\';
    String value = escaped ? unquoted(quoted) : quoted.substring(1, quoted.length() - 1);
    if (value.isEmpty()) {
      throw new MalformedLiteral("invalid syntax");
    }
    int c = value.codePointAt(0);
    if (value.length() > Character.charCount(c)) {
      throw new MalformedLiteral("malformed character constant: " + quoted);
    }
    return c >= RAW_BYTES + 0x80 && c <= RAW_BYTES + 0xff ? c - RAW_BYTES : c;
  }

  private static String unquoted(String quoted) {
    try {
      return GoQuote.unquote(quoted);
    } catch (GoFormatException e) {
      throw new MalformedLiteral("invalid syntax");
    }
  }
}

package dev.firedrill.template.html;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Text made safe for style sheets.
final class CssText {
  private CssText() {}

  static boolean isNamePart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || (c >= 0x80 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  /// {@return a text without escapes}
  static String decoded(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\\') {
        out.append(c);
        at++;
      } else if (at + 1 == text.length()) {
        break;
      } else if (Chars.isHex(text.charAt(at + 1))) {
        at = hexadecimal(out, text, at + 1);
      } else {
        out.appendCodePoint(text.codePointAt(at + 1));
        at += 1 + Character.charCount(text.codePointAt(at + 1));
      }
    }
    return out.toString();
  }

  private static int hexadecimal(StringBuilder out, String text, int from) {
    int end = from;
    while (end < text.length() && end < from + 6 && Chars.isHex(text.charAt(end))) {
      end++;
    }
    int code = Integer.parseInt(text.substring(from, end), 16);
    if (code > Character.MAX_CODE_POINT) {
      code /= 16;
      end--;
    }
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    out.appendCodePoint(surrogate ? 0xfffd : code);
    if (text.startsWith("\r\n", end)) {
      return end + 2;
    }
    return end < text.length() && Chars.isSpace(text.charAt(end)) ? end + 1 : end;
  }

  /// {@return a text to stand in a quoted string}
  static String string(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escape = escape(c);
      if (escape == null) {
        out.append(c);
        continue;
      }
      out.append(escape);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c != '\\' && (Chars.isHex(next) || Chars.isSpace(next))) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static @Nullable String escape(char c) {
    return switch (c) {
      case 0,
          '\t',
          '\n',
          '\f',
          '\r',
          '"',
          '&',
          '\'',
          '(',
          ')',
          '+',
          '/',
          ':',
          ';',
          '<',
          '>',
          '{',
          '}' ->
          "\\" + Integer.toHexString(c);
      case '\\' -> "\\\\";
      default -> null;
    };
  }

  /// {@return a text as a value; what could be more than one is replaced}
  static String value(String text) {
    String decoded = decoded(text);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      boolean bad = "\0\"'()/;@[\\]`{}<>".indexOf(c) >= 0;
      boolean dashes = c == '-' && i > 0 && decoded.charAt(i - 1) == '-';
      if (bad || dashes) {
        return HtmlText.UNSAFE;
      }
      if (c < 0x80 && c != '-' && isNamePart(c)) {
        name.append(c);
      }
    }
    String lower = name.toString().toLowerCase(Locale.ROOT);
    boolean active = lower.contains("expression") || lower.contains("mozbinding");
    return active ? HtmlText.UNSAFE : decoded;
  }
}

package dev.firedrill.template.html;

import dev.firedrill.template.value.Utf8Bytes;

/// Text made safe for URLs.
final class UrlText {
  private static final String HEX = "0123456789abcdef";
  private static final String RESERVED = "!#$&*+,/:;=?@[]";

  private UrlText() {}

  /// {@return whether a URL cannot run a script}
  static boolean isSafe(String url) {
    int colon = url.indexOf(':');
    if (colon < 0 || url.lastIndexOf('/', colon) >= 0) {
      return true;
    }
    String scheme = url.substring(0, colon);
    return scheme.equalsIgnoreCase("http")
        || scheme.equalsIgnoreCase("https")
        || scheme.equalsIgnoreCase("mailto");
  }

  /// {@return a text with the characters escaped that have no place in a URL}
  /// @param whole whether it is a URL already, not a part of one
  static String escaped(String text, boolean whole) {
    byte[] bytes = Utf8Bytes.of(text);
    StringBuilder out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean escape =
          c == '%'
              && i + 2 < bytes.length
              && Chars.isHex((char) bytes[i + 1])
              && Chars.isHex((char) bytes[i + 2]);
      boolean kept =
          Chars.isLetterOrDigit(c)
              || "-._~".indexOf(c) >= 0
              || (whole && (escape || RESERVED.indexOf(c) >= 0));
      if (kept) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  /// {@return the URLs of a `srcset`, each with what is said about the image}
  static String sourceSet(String text) {
    StringBuilder out = new StringBuilder();
    for (String source : text.split(",", -1)) {
      out.append(out.isEmpty() ? "" : ",");
      appendSource(out, source);
    }
    return out.toString();
  }

  private static void appendSource(StringBuilder out, String source) {
    int start = Chars.spaceEnd(source, 0);
    int end = source.length();
    for (int i = start; i < source.length(); i++) {
      if (Chars.isSpace(source.charAt(i))) {
        end = i;
        break;
      }
    }
    String url = source.substring(start, end);
    String said = source.substring(end);
    boolean plain = said.chars().allMatch(c -> Chars.isSpace((char) c) || isPlain((char) c));
    if (isSafe(url) && plain) {
      out.append(source, 0, start).append(escaped(url, true)).append(said);
    } else {
      out.append('#').append(HtmlText.UNSAFE);
    }
  }

  private static boolean isPlain(char c) {
    return Chars.isLetterOrDigit(c);
  }
}

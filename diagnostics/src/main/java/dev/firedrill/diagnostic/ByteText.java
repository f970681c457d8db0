package dev.firedrill.diagnostic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Bytes of files as text, without loss: a byte that is no UTF-8 becomes a lone surrogate, U+DC80
/// to U+DCFF for 0x80 to 0xFF, which no text has otherwise; what is no UTF-16 becomes one from
/// U+DC00
/// on, which says what is wrong. Who reads YAML refuses it, as Go's reader does, and can tell why.
public final class ByteText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char ESCAPE = '\uDC00';
  private static final int MOST = 4;

  // In the words of Go's YAML reader.
  private static final List<String> UTF_16_PROBLEMS =
      List.of(
          "unexpected low surrogate area",
          "expected low surrogate area",
          "incomplete UTF-16 surrogate pair",
          "incomplete UTF-16 character");

  private ByteText() {}

  /// {@return the text of a file in UTF-8, or, where its byte order mark says so, in UTF-16}
  public static String decode(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
      if (mark == 0xFFFE) {
        return utf16(bytes, StandardCharsets.UTF_16LE);
      }
      if (mark == 0xFEFF) {
        return utf16(bytes, StandardCharsets.UTF_16BE);
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : escaped(bytes);
  }

  private static String utf16(byte[] bytes, Charset charset) {
    boolean whole = bytes.length % 2 == 0;
    StringBuilder text = new StringBuilder(bytes.length / 2);
    int high = charset.equals(StandardCharsets.UTF_16BE) ? 0 : 1;
    for (int at = 2; at + 1 < bytes.length; at += 2) {
      text.append((char) ((bytes[at + high] & 0xFF) << 8 | (bytes[at + 1 - high] & 0xFF)));
    }
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean last = i + 1 == text.length();
      if (Character.isLowSurrogate(unit)) {
        text.setCharAt(i, mark("unexpected low surrogate area"));
      } else if (Character.isHighSurrogate(unit) && last) {
        text.setCharAt(i, mark("incomplete UTF-16 surrogate pair"));
      } else if (Character.isHighSurrogate(unit) && !Character.isLowSurrogate(text.charAt(i + 1))) {
        text.setCharAt(i, mark("expected low surrogate area"));
      } else if (Character.isHighSurrogate(unit)) {
        i++;
      }
    }
    return whole ? text.toString() : text.append(mark("incomplete UTF-16 character")).toString();
  }

  private static char mark(String problem) {
    return (char) (ESCAPE + UTF_16_PROBLEMS.indexOf(problem));
  }

  /// {@return what Go's YAML reader says of the UTF-16 at a place; empty where it has nothing to
  ///     say}
  public static String utf16Problem(String text, int at) {
    int mark = text.charAt(at) - ESCAPE;
    return isLone(text, at) && mark < UTF_16_PROBLEMS.size() ? UTF_16_PROBLEMS.get(mark) : "";
  }

  private static String escaped(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int length = length(bytes, at);
      if (length == 0) {
        text.append((char) (ESCAPE + (bytes[at] & 0xFF)));
        at++;
      } else {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return text.toString();
  }

  /// {@return how many bytes the character at a place has; 0 if it is none}
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : MOST;
    if (first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int value = length == 1 ? first : first & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
      value = value << 6 | (bytes[at + i] & 0x3F);
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    boolean overlong = (length == 3 && value < 0x800) || (length == MOST && value < 0x10000);
    return surrogate || overlong || value > Character.MAX_CODE_POINT ? 0 : length;
  }

  /// {@return whether a character of a text stands for a byte that is no UTF-8}
  public static boolean isByte(char c) {
    return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF;
  }

  /// {@return the byte at a place where [#isByte] holds, from 0x80 to 0xFF}
  public static int byteAt(String text, int at) {
    return text.charAt(at) - ESCAPE;
  }

  /// {@return what Go's YAML reader says of the bytes at a place where [#isByte] holds}
  public static String problem(String text, int at) {
    int[] bytes = new int[MOST];
    int known = bytes(text, at, bytes);
    int first = bytes[0];
    int width =
        (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : (first & 0xF8) == 0xF0 ? MOST : 0;
    if (width == 0) {
      return "invalid leading UTF-8 octet";
    }
    if (known < width) {
      return "incomplete UTF-8 octet sequence";
    }
    int value = first & (0x7F >> width);
    for (int i = 1; i < width; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return "invalid trailing UTF-8 octet";
      }
      value = value << 6 | (bytes[i] & 0x3F);
    }
    int least = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000;
    return value < least ? "invalid length of a UTF-8 sequence" : "invalid Unicode character";
  }

  // The bytes from a place on, up to so many as a character can have.
  private static int bytes(String text, int at, int[] bytes) {
    int count = 0;
    for (int i = at; i < text.length() && count < MOST; ) {
      if (isByte(text.charAt(i))) {
        bytes[count++] = byteAt(text, i);
        i++;
        continue;
      }
      int end = i + Character.charCount(text.codePointAt(i));
      for (byte each : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
        if (count < MOST) {
          bytes[count++] = each & 0xFF;
        }
      }
      i = end;
    }
    return count;
  }

  /// {@return a text as people can be shown it}
  static String shown(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        StringBuilder shown = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (isLone(text, j)) {
            shown.setCharAt(j, REPLACEMENT);
          }
        }
        return shown.toString();
      }
    }
    return text;
  }

  // The second half of a character beyond U+FFFF is no byte.
  static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    boolean escape = isByte(c) || (c >= ESCAPE && c < ESCAPE + UTF_16_PROBLEMS.size());
    return escape && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

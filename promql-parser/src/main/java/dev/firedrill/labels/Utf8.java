package dev.firedrill.labels;

import java.nio.charset.StandardCharsets;

/// Text as UTF-8, with room for bytes that are not UTF-8: the byte 0xNN becomes the lone surrogate
/// U+DCNN and back, so that no text is lost and every place has its byte offset.
public final class Utf8 {
  private Utf8() {}

  /// {@return the text that the bytes stand for}
  public static String decode(byte[] bytes) {
    StringBuilder raw = new StringBuilder(bytes.length);
    boolean plain = true;
    for (byte b : bytes) {
      plain &= b >= 0;
      raw.append(b >= 0 ? (char) b : RawBytes.toChar(b & 0xff));
    }
    return plain ? raw.toString() : RawBytes.joined(raw);
  }

  /// {@return the bytes that the text stands for; other lone surrogates become `?`}
  public static byte[] encode(String text) {
    byte[] bytes = new byte[length(text, 0, text.length())];
    int next = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        bytes[next++] = (byte) c;
      } else if (RawBytes.isRaw(c)) {
        bytes[next++] = (byte) RawBytes.toByte(c);
      } else {
        byte[] more = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(more, 0, bytes, next, more.length);
        next += more.length;
      }
      i += Character.charCount(c);
    }
    return bytes;
  }

  /// {@return whether the text has no bytes that are not UTF-8, nor other lone surrogates}
  public static boolean isValid(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (text.codePointAt(i) <= Character.MAX_VALUE) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /// {@return the number of bytes before a place of the text}
  ///
  /// @param index in UTF-16 units
  public static int byteOffset(String text, int index) {
    return length(text, 0, index);
  }

  /// {@return the number of bytes of a part of the text}
  ///
  /// @param start the first UTF-16 unit
  /// @param end one past the last unit
  public static int length(String text, int start, int end) {
    int length = 0;
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      length += size(codePoint);
      i += Character.charCount(codePoint);
    }
    return length;
  }

  private static int size(int c) {
    if (c < 0x800) {
      return 2;
    }
    if (c < 0x10000) {
      // A lone surrogate is one byte: itself raw, or the question mark.
      return Character.isSurrogate((char) c) ? 1 : 3;
    }
    return 4;
  }
}

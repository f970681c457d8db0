package dev.firedrill.template.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Strings as the bytes that Go counts, cuts and indexes.
///
/// A byte that is no UTF-8 is a lone surrogate from U+DC80 to U+DCFF in a Java string.
public final class Utf8Bytes {
  private static final int RAW = 0xdc00;

  private Utf8Bytes() {}

  /// {@return the bytes of a string}
  public static byte[] of(String text) {
    if (!hasRaw(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= RAW + 0x80 && c <= RAW + 0xff) {
                out.write(c - RAW);
              } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }

  /// {@return the string of some bytes}
  public static String text(byte[] bytes, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      int length = Math.min(sequenceLength(bytes[i]), to - i);
      String decoded = new String(bytes, i, length, StandardCharsets.UTF_8);
      if (decoded.indexOf('\ufffd') >= 0 && !isReplacement(bytes, i, length)) {
        out.append((char) (RAW + (bytes[i] & 0xff)));
        i++;
      } else {
        out.append(decoded);
        i += length;
      }
    }
    return out.toString();
  }

  private static boolean isReplacement(byte[] bytes, int at, int length) {
    return length == 3
        && (bytes[at] & 0xff) == 0xef
        && (bytes[at + 1] & 0xff) == 0xbf
        && (bytes[at + 2] & 0xff) == 0xbd;
  }

  private static int sequenceLength(byte lead) {
    int b = lead & 0xff;
    return b < 0xc0 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  }

  private static boolean hasRaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}

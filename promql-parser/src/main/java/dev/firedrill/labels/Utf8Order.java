package dev.firedrill.labels;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// The order of strings as UTF-8 bytes, which is how Go compares them. It differs from
/// [String#compareTo] only where surrogate pairs meet characters above U+D7FF, and where bytes that
/// are not UTF-8 stand as lone surrogates.
public final class Utf8Order {
  /// Compares strings by their UTF-8 bytes.
  public static final Comparator<String> COMPARATOR = Utf8Order::compare;

  private Utf8Order() {}

  /// {@return a negative number, zero or a positive number as `left` is less, equal or greater}
  public static int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) || Character.isSurrogate(b)
            ? compareAround(left, right, i)
            : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  // From the start of the characters that differ, which may be one back in a surrogate pair.
  private static int compareAround(String left, String right, int index) {
    int start = index > 0 && Character.isHighSurrogate(left.charAt(index - 1)) ? index - 1 : index;
    int a = left.codePointAt(start);
    int b = right.codePointAt(start);
    if (!RawBytes.isRaw(a) && !RawBytes.isRaw(b)) {
      return Integer.compare(a, b);
    }
    return Arrays.compareUnsigned(bytes(left, start), bytes(right, start));
  }

  private static byte[] bytes(String text, int start) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (RawBytes.isRaw(c)) {
        out.write(RawBytes.toByte(c));
      } else {
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
      i += Character.charCount(c);
    }
    return out.toByteArray();
  }
}

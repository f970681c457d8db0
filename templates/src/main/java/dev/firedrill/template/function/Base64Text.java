package dev.firedrill.template.function;

import dev.firedrill.template.value.Utf8Bytes;
import dev.firedrill.template.value.ValueFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Base64 with the letters that URLs allow, and padding, with the errors of Go's `encoding/base64`.
final class Base64Text {
  private static final int QUANTUM = 4;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Text() {}

  static String encode(byte[] bytes) {
    return new String(Base64.getUrlEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
  }

  /// {@return the bytes that a text stands for; line breaks in it do not count}
  static byte[] decode(String text) {
    byte[] input = Utf8Bytes.of(text);
    byte[] out = new byte[input.length];
    int length = 0;
    int next = 0;
    int[] digits = new int[QUANTUM];
    while (true) {
      int count = 0;
      int padding = 0;
      while (count + padding < QUANTUM) {
        if (next == input.length) {
          if (count + padding == 0) {
            return Arrays.copyOf(out, length);
          }
          throw corrupt(next - count - padding);
        }
        byte b = input[next++];
        if (b == '\n' || b == '\r') {
          continue;
        }
        int digit = LETTERS.indexOf(b);
        if (digit >= 0 && padding == 0) {
          digits[count++] = digit;
        } else if (b == '=' && count >= 2) {
          padding++;
        } else {
          throw corrupt(next - 1);
        }
      }
      int bits = 0;
      for (int i = 0; i < QUANTUM; i++) {
        bits = bits << 6 | (i < count ? digits[i] : 0);
      }
      for (int i = 0; i < count - 1; i++) {
        out[length++] = (byte) (bits >> (16 - 8 * i));
      }
      if (padding > 0) {
        return ended(input, next, Arrays.copyOf(out, length));
      }
    }
  }

  private static byte[] ended(byte[] input, int from, byte[] decoded) {
    for (int i = from; i < input.length; i++) {
      if (input[i] != '\n' && input[i] != '\r') {
        throw corrupt(i);
      }
    }
    return decoded;
  }

  private static ValueFailure corrupt(int at) {
    return new ValueFailure("illegal base64 data at input byte " + at);
  }
}

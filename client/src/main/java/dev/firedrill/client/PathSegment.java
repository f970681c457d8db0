package dev.firedrill.client;

import java.nio.charset.StandardCharsets;

/// A label's name as part of a path.
final class PathSegment {
  private PathSegment() {}

  /// {@return the name, each byte that means something in a URL as `%XX`}
  static String of(String name) {
    StringBuilder out = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return out.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}

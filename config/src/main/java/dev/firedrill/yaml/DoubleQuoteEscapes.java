package dev.firedrill.yaml;

/// The escapes of double-quoted YAML scalars.
final class DoubleQuoteEscapes {
  private DoubleQuoteEscapes() {}

  /// {@return how many hexadecimal digits follow `\` and this character}
  static int hexDigits(char escape) {
    return switch (escape) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  /// {@return the character that an escape stands for}
  /// @param escape the character after `\`
  /// @param from where its hexadecimal digits start in `text`, if it has any
  static int codePoint(char escape, String text, int from, int to) {
    return switch (escape) {
      case '0' -> 0;
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0b;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1b;
      case 'N' -> 0x85;
      case '_' -> 0xa0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      case 'x', 'u', 'U' -> hex(text, from, to);
      default -> escape;
    };
  }

  private static int hex(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
    }
    return Character.isValidCodePoint(number) ? number : 0xfffd;
  }
}

package dev.firedrill.labels;

/// Bytes that are not UTF-8, inside strings: the lone surrogate U+DC80 to U+DCFF stands for the
/// byte 0x80 to 0xFF.
final class RawBytes {
  private static final int BASE = 0xdc00;

  private RawBytes() {}

  /// {@return the character that stands for a byte from 0x80 on}
  static char toChar(int value) {
    return (char) (BASE + value);
  }

  /// {@return whether a code point (not half of a pair) stands for a byte}
  static boolean isRaw(int codePoint) {
    return codePoint >= BASE + 0x80 && codePoint <= BASE + 0xff;
  }

  /// {@return the byte that a code point stands for}
  static int toByte(int codePoint) {
    return codePoint - BASE;
  }

  /// {@return `text` with raw bytes that together are the UTF-8 form of a character replaced by
  ///     that character}
  static String joined(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int character = characterAt(text, i);
      if (character < 0) {
        boolean pair = i + 1 < text.length() && isPair(text, i);
        out.append(text, i, i + (pair ? 2 : 1));
        i += pair ? 2 : 1;
      } else {
        out.appendCodePoint(character);
        i += Integer.numberOfLeadingZeros(~(rawAt(text, i) << 24));
      }
    }
    return out.toString();
  }

  private static boolean isPair(CharSequence text, int index) {
    return Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  // -1 where no raw byte stands; index is never the second half of a pair
  private static int rawAt(CharSequence text, int index) {
    return index < text.length() && isRaw(text.charAt(index)) ? toByte(text.charAt(index)) : -1;
  }

  // -1 where the raw bytes from index on are no character
  private static int characterAt(CharSequence text, int index) {
    int lead = rawAt(text, index);
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    int character = lead & (0x3f >> more);
    for (int i = 1; i <= more; i++) {
      int next = rawAt(text, index + i);
      if (next < 0x80 || next > 0xbf) {
        return -1;
      }
      character = (character << 6) | (next & 0x3f);
    }
    boolean tooLong = (more == 2 && character < 0x800) || (more == 3 && character < 0x10000);
    boolean surrogate = character >= 0xd800 && character <= 0xdfff;
    return tooLong || surrogate || character > Character.MAX_CODE_POINT ? -1 : character;
  }
}

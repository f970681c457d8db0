package dev.firedrill.labels;

import dev.firedrill.labels.GoFormatException.Kind;
import java.util.Locale;

/// Numbers read as Go's `strconv` reads them. Text in any other form is refused with Go's message.
public final class GoNumber {
  private GoNumber() {}

  /// {@return the number in decimal or hexadecimal floating point, `Inf`, `Infinity` or `NaN` in
  ///     any case (`strconv.ParseFloat`)}
  ///
  /// Underscores may stand between digits.
  ///
  /// @throws GoFormatException if the text is no number, or one too large for 64 bits
  public static double parseFloat(String text) {
    double special = special(text);
    if (special != 0) {
      return special;
    }
    if (!isFloat(text)) {
      throw GoFormatException.strconv(Kind.SYNTAX, "ParseFloat", text);
    }
    double value = Double.parseDouble(text.indexOf('_') < 0 ? text : text.replace("_", ""));
    if (Double.isInfinite(value)) {
      throw GoFormatException.strconv(Kind.RANGE, "ParseFloat", text);
    }
    return value;
  }

  /// {@return the integer in the base that its prefix says: `0x`, `0o` or `0`, `0b`, else decimal
  ///     (`strconv.ParseInt` with base 0)}
  ///
  /// Underscores may stand between digits and after the prefix.
  ///
  /// @throws GoFormatException if the text is no integer, or one too large for 64 bits
  public static long parseInt(String text) {
    int start = startsWithSign(text) ? 1 : 0;
    int base = base(text, start);
    int digits = start + prefixLength(text, start);
    if (digits == text.length() || !underscoresSeparateDigits(text)) {
      throw GoFormatException.strconv(Kind.SYNTAX, "ParseInt", text);
    }
    long magnitude = magnitude(text, digits, base, "ParseInt");
    boolean negative = text.charAt(0) == '-';
    // The magnitude is unsigned; 2^63 fits as the smallest negative number only.
    if (magnitude < 0 && !(negative && magnitude == Long.MIN_VALUE)) {
      throw GoFormatException.strconv(Kind.RANGE, "ParseInt", text);
    }
    return negative ? -magnitude : magnitude;
  }

  /// {@return the decimal integer without sign (`strconv.ParseUint` with base 10), to be read as
  ///     unsigned}
  ///
  /// @throws GoFormatException if the text is no such integer, or one too large for 64 bits
  public static long parseUnsigned(String text) {
    if (text.isEmpty() || text.indexOf('_') >= 0) {
      throw GoFormatException.strconv(Kind.SYNTAX, "ParseUint", text);
    }
    return magnitude(text, 0, 10, "ParseUint");
  }

  private static long magnitude(String text, int start, int base, String function) {
    long value = 0;
    boolean overflow = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        throw GoFormatException.strconv(Kind.SYNTAX, function, text);
      }
      overflow |= Long.compareUnsigned(value, Long.divideUnsigned(-1L, base)) > 0;
      value *= base;
      overflow |= Long.compareUnsigned(value + digit, value) < 0;
      value += digit;
      if (overflow) {
        // Go stops at the first digit too many and never sees what follows.
        throw GoFormatException.strconv(Kind.RANGE, function, text);
      }
    }
    return value;
  }

  private static int base(String text, int start) {
    if (text.length() <= start + 1 || text.charAt(start) != '0') {
      return 10;
    }
    return switch (text.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String text, int start) {
    if (text.length() <= start + 1 || text.charAt(start) != '0') {
      return 0;
    }
    return "xXbBoO".indexOf(text.charAt(start + 1)) >= 0 ? 2 : 1;
  }

  // 0 where the text is none of the words
  private static double special(String text) {
    if (text.length() == 3 && text.equalsIgnoreCase("nan")) {
      return StaleNaN.NORMAL_NAN;
    }
    int start = startsWithSign(text) ? 1 : 0;
    if (start == text.length() || (text.charAt(start) | 0x20) != 'i') {
      return 0;
    }
    String word = text.substring(start).toLowerCase(Locale.ROOT);
    if (!word.equals("inf") && !word.equals("infinity")) {
      return 0;
    }
    return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static boolean isFloat(String text) {
    int i = startsWithSign(text) ? 1 : 0;
    boolean hex = text.startsWith("0x", i) || text.startsWith("0X", i);
    i += hex ? 2 : 0;
    int whole = digitsEnd(text, i, hex);
    int digits = digitCount(text, i, whole);
    i = whole;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = digitsEnd(text, i + 1, hex);
      digits += digitCount(text, i + 1, fraction);
      i = fraction;
    }
    if (digits == 0) {
      return false;
    }
    boolean exponent = i < text.length() && (text.charAt(i) | 0x20) == (hex ? 'p' : 'e');
    if (exponent) {
      i++;
      i += i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? 1 : 0;
      int end = digitsEnd(text, i, false);
      if (end == i || text.charAt(i) == '_') {
        return false;
      }
      i = end;
    }
    return i == text.length() && (exponent || !hex) && underscoresSeparateDigits(text);
  }

  private static int digitsEnd(String text, int start, boolean hex) {
    int i = start;
    while (i < text.length() && (text.charAt(i) == '_' || isDigit(text.charAt(i), hex))) {
      i++;
    }
    return i;
  }

  private static int digitCount(String text, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += text.charAt(i) == '_' ? 0 : 1;
    }
    return count;
  }

  private static boolean isDigit(char c, boolean hex) {
    return (c >= '0' && c <= '9') || (hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  private static boolean startsWithSign(String text) {
    return !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-');
  }

  // Between digits, or between a base prefix and a digit.
  private static boolean underscoresSeparateDigits(String text) {
    if (text.indexOf('_') < 0) {
      return true;
    }
    int i = startsWithSign(text) ? 1 : 0;
    boolean prefixed = prefixLength(text, i) == 2;
    boolean hex = prefixed && base(text, i) == 16;
    boolean afterDigit = prefixed;
    boolean afterUnderscore = false;
    for (i += prefixed ? 2 : 0; i < text.length(); i++) {
      boolean underscore = text.charAt(i) == '_';
      boolean digit = isDigit(text.charAt(i), hex);
      if ((underscore && !afterDigit) || (afterUnderscore && !digit)) {
        return false;
      }
      afterDigit = digit;
      afterUnderscore = underscore;
    }
    return !afterUnderscore;
  }
}

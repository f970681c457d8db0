package dev.firedrill.yaml;

import java.math.BigInteger;
import java.util.Optional;

/// Numbers as Go's YAML libraries read them: `0x1f`, `0o17` and `017` (octal), `0b11`, and decimal
/// floats. Underscores have been taken out.
final class GoNumbers {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private GoNumbers() {}

  /// {@return the whole number that `text` stands for, from -2^63 to 2^64-1}
  static Optional<BigInteger> parseInt(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = radix(digits);
    String body = digits.substring(prefixLength(digits));
    if (body.isEmpty() || !allDigits(body, radix) || body.length() > 70) {
      return Optional.empty();
    }
    BigInteger magnitude = new BigInteger(body, radix);
    BigInteger number = text.startsWith("-") ? magnitude.negate() : magnitude;
    boolean fits = number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    return fits ? Optional.of(number) : Optional.empty();
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 0;
    }
    return "xXbBoO".indexOf(digits.charAt(1)) >= 0 ? 2 : 1;
  }

  private static boolean allDigits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether `text` is a decimal number: `1`, `1.5`, `.5`, `1.`, `-1e3`}
  static boolean isFloat(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = digitsFrom(text, at);
    int next = at + whole;
    int fraction = 0;
    if (next < text.length() && text.charAt(next) == '.') {
      fraction = digitsFrom(text, next + 1);
      next += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    return next == text.length() || isExponent(text, next);
  }

  private static boolean isExponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    int next = at + 1;
    if (next < text.length() && "+-".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    int digits = digitsFrom(text, next);
    return digits > 0 && next + digits == text.length();
  }

  private static int digitsFrom(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end - at;
  }
}

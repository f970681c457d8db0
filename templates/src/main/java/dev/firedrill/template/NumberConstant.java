package dev.firedrill.template;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A number as written, and the Go numbers it can be.
///
/// @param text as written
/// @param integer the value where it is whole and fits 64 bits, signed or unsigned; else null
/// @param real the value as a float
/// @param imaginary the imaginary part; not zero, or NaN-free zero, only where `complex`
/// @param complex whether it is written as a complex number
public record NumberConstant(
    String text, @Nullable BigInteger integer, double real, double imaginary, boolean complex) {

  /// {@return whether the constant is a float where nothing asks for a type, as in `{{1.0}}`}
  public boolean isFloat() {
    boolean isHexadecimalInteger =
        text.length() > 2
            && text.charAt(0) == '0'
            && (text.charAt(1) == 'x' || text.charAt(1) == 'X')
            && text.indexOf('p') < 0
            && text.indexOf('P') < 0;
    return !complex && !isCharacter() && !isHexadecimalInteger && looksLikeFloat(text);
  }

  /// {@return whether it is written as a character, `'a'`}
  public boolean isCharacter() {
    return text.startsWith("'");
  }

  /// A number as the lexer found it.
  ///
  /// @throws MalformedLiteral where Go sees none
  static NumberConstant parse(String text) {
    if (text.endsWith("i")) {
      return imaginary(text);
    }
    BigInteger integer = integer(text);
    if (integer != null) {
      return new NumberConstant(text, integer, integer.doubleValue(), 0, false);
    }
    double value = real(text);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw MalformedLiteral.quoting("illegal number syntax", text);
    }
    if (!looksLikeFloat(text)) {
      throw MalformedLiteral.quoting("integer overflow", text);
    }
    return new NumberConstant(text, whole(value), value, 0, false);
  }

  /// {@return a character constant}
  static NumberConstant character(String text, int codePoint) {
    return new NumberConstant(text, BigInteger.valueOf(codePoint), codePoint, 0, false);
  }

  private static NumberConstant imaginary(String text) {
    String number = text.substring(0, text.length() - 1);
    int sign = middleSign(number);
    double real = sign < 0 ? 0 : real(number.substring(0, sign));
    double imaginary = real(sign < 0 ? number : number.substring(sign));
    if (Double.isNaN(real + imaginary) || Double.isInfinite(real + imaginary)) {
      throw MalformedLiteral.quoting("illegal number syntax", text);
    }
    BigInteger integer = imaginary == 0 ? whole(real) : null;
    return new NumberConstant(text, integer, real, imaginary, true);
  }

  /// {@return where the sign between the parts of a complex number stands, or -1}
  private static int middleSign(String text) {
    for (int i = text.length() - 1; i > 0; i--) {
      boolean sign = text.charAt(i) == '+' || text.charAt(i) == '-';
      if (sign && "eEpP".indexOf(text.charAt(i - 1)) < 0) {
        return i;
      }
    }
    return -1;
  }

  /// The integer of a text in one of Go's bases, or null.
  private static @Nullable BigInteger integer(String text) {
    try {
      return BigInteger.valueOf(GoNumber.parseInt(text));
    } catch (GoFormatException e) {
      return e.kind() == GoFormatException.Kind.RANGE ? unsigned(text.replace("_", "")) : null;
    }
  }

  private static @Nullable BigInteger unsigned(String text) {
    boolean prefixed = text.length() > 1 && "xXbBoO".indexOf(text.charAt(1)) >= 0;
    int base = text.charAt(0) == '0' ? 8 : 10;
    if (prefixed) {
      char letter = Character.toLowerCase(text.charAt(1));
      base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
    }
    String digits = text.substring(prefixed ? 2 : 0);
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), base) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(digits, base);
    return value.bitLength() <= Long.SIZE ? value : null;
  }

  /// {@return the float of a text, or NaN where Go reads none}
  private static double real(String text) {
    try {
      return GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      return Double.NaN;
    }
  }

  private static @Nullable BigInteger whole(double value) {
    boolean fits = value >= -0x1p63 && value < 0x1p64 && value == Math.rint(value);
    return fits ? new BigDecimal(value).toBigInteger() : null;
  }

  private static boolean looksLikeFloat(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (".eEpP".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}

package dev.firedrill.template.value;

import dev.firedrill.labels.GoFloat;
import java.util.Locale;

/// Floats in the forms of Go's `strconv.FormatFloat`, unpadded.
final class FloatDigits {
  private static final int MANTISSA_BITS = 52;
  private static final int DEFAULT_PRECISION = 6;

  private FloatDigits() {}

  /// {@return a float under a verb, with the precision and the `#` of its directive}
  static String of(double value, char verb, Directive directive) {
    if (!Double.isFinite(value)) {
      return GoFloat.general(value);
    }
    int precision = directive.precision;
    String text =
        switch (verb) {
          case 'e', 'E' ->
              GoFloat.scientific(value, directive.precise() ? precision : DEFAULT_PRECISION);
          case 'f', 'F' ->
              GoFloat.plain(value, directive.precise() ? precision : DEFAULT_PRECISION);
          case 'b' -> binary(value);
          case 'x', 'X' -> hexadecimal(value, precision);
          default ->
              directive.precise() ? GoFloat.general(value, precision) : GoFloat.general(value);
        };
    if (directive.sharp && verb != 'b') {
      text = withPoint(text, verb, directive);
    }
    return Character.isUpperCase(verb) && verb != 'F' ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String binary(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    mantissa |= exponent == 0 ? 0 : 1L << MANTISSA_BITS;
    int power = Math.max(exponent, 1) - 1023 - MANTISSA_BITS;
    return (bits < 0 ? "-" : "") + mantissa + "p" + (power < 0 ? "" : "+") + power;
  }

  private static String hexadecimal(double value, int precision) {
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return sign + "0x0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "p+00";
    }
    int exponent = Math.getExponent(magnitude);
    if (exponent < Double.MIN_EXPONENT) {
      exponent = Math.getExponent(magnitude * 0x1p200) - 200;
    }
    // Scaled in two steps: one alone may leave the range of a double.
    double half = Math.scalb(magnitude, -exponent / 2);
    double scaled = Math.scalb(half, MANTISSA_BITS - exponent + exponent / 2);
    long mantissa = (long) scaled;
    if (precision >= 0 && precision < MANTISSA_BITS / 4) {
      int dropped = MANTISSA_BITS - 4 * precision;
      long rest = mantissa & ((1L << dropped) - 1);
      long middle = 1L << (dropped - 1);
      mantissa >>>= dropped;
      mantissa += rest > middle || (rest == middle && (mantissa & 1) == 1) ? 1 : 0;
      mantissa <<= dropped;
      if (mantissa >>> (MANTISSA_BITS + 1) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    return sign + "0x1" + fraction(mantissa, precision) + power(exponent);
  }

  private static String fraction(long mantissa, int precision) {
    String digits = String.format(Locale.ROOT, "%013x", mantissa & ((1L << MANTISSA_BITS) - 1));
    if (precision >= 0) {
      String cut = digits.substring(0, Math.min(precision, digits.length()));
      String all = cut + "0".repeat(precision - cut.length());
      return all.isEmpty() ? "" : "." + all;
    }
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : "." + digits.substring(0, end);
  }

  private static String power(int exponent) {
    int magnitude = Math.abs(exponent);
    return "p" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + magnitude;
  }

  /// The `#` flag: a decimal point always, and with `%g` the zeros at the end too.
  private static String withPoint(String text, char verb, Directive directive) {
    boolean hexadecimal = verb == 'x' || verb == 'X';
    int tail = exponentStart(text, hexadecimal);
    String number = text.substring(0, tail);
    boolean keepsZeros = verb == 'v' || verb == 'g' || verb == 'G';
    int wanted = 0;
    if (keepsZeros) {
      wanted = directive.precise() ? Math.max(1, directive.precision) : DEFAULT_PRECISION;
    } else if (hexadecimal && !directive.precise()) {
      // Go counts the zero of 0x too.
      wanted = DEFAULT_PRECISION - 1;
    }
    StringBuilder out = new StringBuilder(number);
    if (number.indexOf('.') < 0) {
      out.append('.');
    }
    for (int digits = significant(number); digits < wanted; digits++) {
      out.append('0');
    }
    return out.append(text, tail, text.length()).toString();
  }

  private static int exponentStart(String text, boolean hexadecimal) {
    int at = text.indexOf(hexadecimal ? 'p' : 'e');
    return at < 0 ? text.length() : at;
  }

  private static int significant(String number) {
    int count = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (Character.digit(c, 16) >= 0 && (count > 0 || c != '0')) {
        count++;
      }
    }
    boolean isZero = count == 0;
    return isZero ? 1 : count;
  }
}

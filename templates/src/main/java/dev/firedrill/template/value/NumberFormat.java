package dev.firedrill.template.value;

import dev.firedrill.labels.GoQuote;
import java.math.BigInteger;
import java.util.Locale;

/// Numbers under the directives of Go's fmt.
final class NumberFormat {
  private NumberFormat() {}

  /// Appends an integer in a base, with sign, prefix, leading zeros and padding.
  static void integer(
      StringBuilder out, Directive directive, long value, boolean unsigned, int base, char verb) {
    boolean negative = !unsigned && value < 0;
    String digits = digits(value, unsigned, base);
    int leading = 0;
    if (directive.precise()) {
      leading = directive.precision;
      if (leading == 0 && value == 0) {
        directive.padWithSpaces(out, "");
        return;
      }
    } else if (directive.zero && !directive.minus && directive.width >= 0) {
      boolean signed = negative || directive.plus || directive.space;
      leading = signed ? directive.width - 1 : directive.width;
    }
    StringBuilder text = new StringBuilder(sign(directive, negative));
    String zeros = "0".repeat(Math.max(0, leading - digits.length()));
    text.append(prefix(directive, base, verb, zeros + digits)).append(zeros).append(digits);
    String shown = text.toString();
    directive.padWithSpaces(out, verb == 'X' ? shown.toUpperCase(Locale.ROOT) : shown);
  }

  private static String digits(long value, boolean unsigned, int base) {
    if (unsigned) {
      return Long.toUnsignedString(value, base);
    }
    return BigInteger.valueOf(value).abs().toString(base);
  }

  private static String sign(Directive directive, boolean negative) {
    return negative ? "-" : directive.plus ? "+" : directive.space ? " " : "";
  }

  private static String prefix(Directive directive, int base, char verb, String digits) {
    String octal = verb == 'O' ? "0o" : "";
    if (!directive.sharp) {
      return octal;
    }
    return switch (base) {
      case 2 -> "0b";
      case 8 -> digits.startsWith("0") ? octal : octal + "0";
      case 16 -> "0x";
      default -> "";
    };
  }

  /// Appends a character's code, `U+0041`.
  static void unicode(StringBuilder out, Directive directive, long value) {
    String hex = Long.toHexString(value).toUpperCase(Locale.ROOT);
    int least = directive.precise() && directive.precision > 4 ? directive.precision : 4;
    String code = "U+" + "0".repeat(Math.max(0, least - hex.length())) + hex;
    boolean named = directive.sharp && Character.isValidCodePoint((int) value);
    String character = named ? Character.toString((int) value) : "";
    boolean printable = named && GoQuote.quote(character).charAt(1) != '\\';
    directive.padWithSpaces(out, printable ? code + " '" + character + "'" : code);
  }

  /// Appends a float under a verb of `b e E f F g G x X v`.
  static void real(StringBuilder out, Directive directive, double value, char verb) {
    String number = FloatDigits.of(value, verb, directive);
    String text = number.startsWith("-") || number.startsWith("+") ? number : "+" + number;
    if (directive.space && text.startsWith("+") && !directive.plus) {
      text = " " + text.substring(1);
    }
    if (!Double.isFinite(value)) {
      boolean bare = Double.isNaN(value) && !directive.space && !directive.plus;
      directive.padWithSpaces(out, bare ? "NaN" : text);
      return;
    }
    if (!directive.plus && text.startsWith("+")) {
      directive.pad(out, text.substring(1));
      return;
    }
    if (directive.zero && !directive.minus && directive.width > text.length()) {
      out.append(text.charAt(0)).repeat('0', directive.width - text.length());
      out.append(text, 1, text.length());
      return;
    }
    directive.pad(out, text);
  }

  /// Appends a complex number.
  static void complex(StringBuilder out, Directive directive, Value.Complex value, char verb) {
    boolean plus = directive.plus;
    out.append('(');
    real(out, directive, value.real(), verb);
    directive.plus = true;
    real(out, directive, value.imaginary(), verb);
    directive.plus = plus;
    out.append("i)");
  }
}

package dev.firedrill.labels;

import dev.firedrill.labels.GoFormatException.Kind;
import java.util.Locale;

/// Strings quoted as Go's `strconv.Quote` does it, which is how Prometheus prints every label value
/// and string literal, and read back as PromQL does.
///
/// A lone surrogate from U+DC80 to U+DCFF stands for a byte that is not UTF-8.
public final class GoQuote {
  private static final String HEX = "0123456789abcdef";

  private GoQuote() {}

  /// {@return `text` in double quotes with Go's escapes}
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendTo(out, text);
    return out.toString();
  }

  /// Appends `text` in double quotes with Go's escapes.
  public static void appendTo(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        out.append(c);
      } else {
        int codePoint = text.codePointAt(i);
        append(out, codePoint);
        i += Character.charCount(codePoint) - 1;
      }
    }
    out.append('"');
  }

  /// {@return a character in single quotes with Go's escapes (`strconv.QuoteRune`); what is no
  ///     character is shown as U+FFFD}
  public static String quoteRune(int c) {
    StringBuilder out = new StringBuilder("'");
    switch (c) {
      case '\'' -> out.append("\\'");
      case '"' -> out.append('"');
      default -> append(out, isCharacter(c) ? c : 0xfffd);
    }
    return out.append('\'').toString();
  }

  /// {@return a character as Go's `%#U` shows it: `U+0071 'q'`}
  public static String unicode(int c) {
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder("U+").repeat('0', Math.max(0, 4 - hex.length()));
    out.append(hex);
    if (GoPrintable.isPrintable(c)) {
      out.append(" '").appendCodePoint(c).append('\'');
    }
    return out.toString();
  }

  private static boolean isCharacter(int c) {
    return Character.isValidCodePoint(c)
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /// {@return the string that a PromQL literal in double, single or back quotes stands for}
  ///
  /// Escapes are those of Go; the quote that does not enclose the literal cannot be escaped.
  /// Between back quotes there are none.
  ///
  /// @throws GoFormatException with the message `invalid syntax`, like Go, if the literal is none
  public static String unquote(String literal) {
    int last = literal.length() - 1;
    if (last < 1 || literal.charAt(0) != literal.charAt(last)) {
      throw invalid();
    }
    char quote = literal.charAt(0);
    String body = literal.substring(1, last);
    if (quote == '`') {
      if (body.indexOf('`') >= 0) {
        throw invalid();
      }
      return body;
    }
    if ((quote != '"' && quote != '\'') || body.indexOf('\n') >= 0) {
      throw invalid();
    }
    return body.indexOf('\\') < 0 && body.indexOf(quote) < 0 ? body : unescape(body, quote);
  }

  private static String unescape(String body, char quote) {
    StringBuilder out = new StringBuilder(body.length());
    boolean raw = false;
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (c == quote) {
        throw invalid();
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (i == body.length()) {
        throw invalid();
      }
      char escape = body.charAt(i++);
      int digits = digits(escape);
      if (digits == 0) {
        out.append(simple(escape, quote));
        continue;
      }
      boolean octal = digits == 3;
      int start = octal ? i - 1 : i;
      int value = value(body, start, digits, octal ? 8 : 16);
      i = start + digits;
      raw |= appendValue(out, value, digits);
    }
    return raw ? RawBytes.joined(out) : out.toString();
  }

  // true where the value is a byte outside ASCII
  private static boolean appendValue(StringBuilder out, int value, int digits) {
    if (digits > 3) {
      boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
      if (surrogate || !Character.isValidCodePoint(value)) {
        throw invalid();
      }
      out.appendCodePoint(value);
      return false;
    }
    if (value > 0xff) {
      throw invalid();
    }
    out.append(value < 0x80 ? (char) value : RawBytes.toChar(value));
    return value >= 0x80;
  }

  private static int digits(char escape) {
    return switch (escape) {
      case 'x' -> 2;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> 3;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private static int value(String body, int start, int count, int base) {
    if (start + count > body.length()) {
      throw invalid();
    }
    long value = 0;
    for (int i = start; i < start + count; i++) {
      char c = body.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        throw invalid();
      }
      value = value * base + digit;
    }
    return value > Character.MAX_CODE_POINT ? -1 : (int) value;
  }

  private static char simple(char escape, char quote) {
    return switch (escape) {
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      case '\\' -> '\\';
      default -> {
        if (escape != quote) {
          throw invalid();
        }
        yield escape;
      }
    };
  }

  private static GoFormatException invalid() {
    return new GoFormatException(Kind.SYNTAX, "invalid syntax");
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0b -> out.append("\\v");
      default -> appendOther(out, c);
    }
  }

  private static void appendOther(StringBuilder out, int c) {
    if (GoPrintable.isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (RawBytes.isRaw(c)) {
      appendHex(out.append("\\x"), RawBytes.toByte(c), 2);
    } else if (c < 0x20 || c == 0x7f) {
      appendHex(out.append("\\x"), c, 2);
    } else if (c < 0x10000) {
      appendHex(out.append("\\u"), c, 4);
    } else {
      appendHex(out.append("\\U"), c, 8);
    }
  }

  private static void appendHex(StringBuilder out, int value, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
      out.append(HEX.charAt((value >> (4 * i)) & 0xf));
    }
  }
}

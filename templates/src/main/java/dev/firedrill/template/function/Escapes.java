package dev.firedrill.template.function;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.value.Utf8Bytes;
import dev.firedrill.template.value.ValueFailure;
import java.util.Locale;

/// Text made safe for HTML, JavaScript and the query of a URL, as Go's templates do it.
final class Escapes {
  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\'' -> out.append("&#39;");
        case '"' -> out.append("&#34;");
        case 0 -> out.append('\ufffd');
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String js(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> js(out, c));
    return out.toString();
  }

  private static void js(StringBuilder out, int c) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\'' -> out.append("\\'");
      case '"' -> out.append("\\\"");
      case '<', '>', '&', '=' -> appendCode(out, c);
      default -> {
        boolean escaped =
            c < ' ' || (c >= 0x80 && GoQuote.quote(Character.toString(c)).charAt(1) == '\\');
        if (escaped) {
          appendCode(out, c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static void appendCode(StringBuilder out, int c) {
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    out.append("\\u").repeat('0', Math.max(0, 4 - hex.length())).append(hex);
  }

  /// Go's `url.QueryEscape`.
  static String query(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : Utf8Bytes.of(text)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '_'
              || b == '.'
              || b == '~';
      if (plain) {
        out.append((char) b);
      } else if (b == ' ') {
        out.append('+');
      } else {
        out.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
      }
    }
    return out.toString();
  }

  /// Go's `url.QueryUnescape`.
  static String unescapedQuery(String text) {
    byte[] in = Utf8Bytes.of(text);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
        int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          String shown = Utf8Bytes.text(in, i, Math.min(in.length, i + 3));
          throw new ValueFailure("invalid URL escape " + GoQuote.quote(shown));
        }
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
      }
    }
    return Utf8Bytes.text(out, 0, length);
  }
}

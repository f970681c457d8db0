package dev.firedrill.diagnostic;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Writes JSON, piece by piece, without reflection: our own outputs must be fast to write and
/// stable to the byte.
///
/// Names and values are written in the order of the calls; commas come by themselves.
///
/// ```java
/// json.object().name("labels").array().value("a").value("b").end().end();
/// ```
public final class Json {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private final boolean indented;

  // What closes each open object and array.
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean first = true;
  private boolean named;

  private Json(StringBuilder out, boolean indented) {
    this.out = out;
    this.indented = indented;
  }

  /// {@return a writer without line breaks}
  public static Json compact(StringBuilder out) {
    return new Json(out, false);
  }

  /// {@return a writer that puts each value on a line of its own}
  public static Json indented(StringBuilder out) {
    return new Json(out, true);
  }

  /// {@return a text as a JSON string, with quotes}
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    quote(text, out);
    return out.toString();
  }

  /// {@return what a JSON parser says of a problem, without its words about where it reads from:
  ///     `[Source: ...; line: 1, column: 2]` becomes `line 1, column 2`}
  public static String problem(@Nullable String message) {
    String left = String.valueOf(message);
    int start = left.indexOf("[Source:");
    while (start >= 0) {
      int end = left.indexOf(']', start);
      int line = left.indexOf("line:", start);
      String place = line < 0 || end < line ? "" : left.substring(line, end).replace(":", "");
      left = left.substring(0, start) + place + (end < 0 ? "" : left.substring(end + 1));
      start = left.indexOf("[Source:");
    }
    return left;
  }

  /// Opens an object.
  public Json object() {
    return open('{', '}');
  }

  /// Opens an array.
  public Json array() {
    return open('[', ']');
  }

  private Json open(char opening, char closing) {
    separate();
    out.append(opening);
    open.push(closing);
    first = true;
    return this;
  }

  /// Closes the object or array opened last.
  public Json end() {
    char closing = open.pop();
    if (!first) {
      newLine();
    }
    out.append(closing);
    first = false;
    return this;
  }

  /// Names the next value of an object.
  public Json name(String name) {
    separate();
    quote(name, out);
    out.append(indented ? ": " : ":");
    named = true;
    return this;
  }

  /// Writes a text.
  public Json value(String text) {
    separate();
    quote(text, out);
    return this;
  }

  /// Writes a whole number.
  public Json value(long number) {
    separate();
    out.append(number);
    return this;
  }

  /// Writes a number; JSON has none for infinity and not-a-number, which become null.
  public Json value(double number) {
    separate();
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      out.append("null");
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      out.append((long) number);
    } else {
      out.append(number);
    }
    return this;
  }

  /// Writes true or false.
  public Json value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  /// Writes a value that is JSON already, as another writer of this kind wrote it.
  public Json document(String json) {
    separate();
    // Within strings line breaks are escaped.
    String indent = indented ? "\n" + "  ".repeat(open.size()) : "\n";
    out.append(json.strip().replace("\n", indent));
    return this;
  }

  /// Writes null.
  public Json nothing() {
    separate();
    out.append("null");
    return this;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (open.isEmpty()) {
      return;
    }
    if (!first) {
      out.append(',');
    }
    newLine();
    first = false;
  }

  private void newLine() {
    if (indented) {
      out.append('\n').append("  ".repeat(open.size()));
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> plain(text, i, out);
      }
    }
    out.append('"');
  }

  /// Control characters must be escaped; half a surrogate pair could not be written as UTF-8; the
  /// two separators break JavaScript.
  private static void plain(String text, int index, StringBuilder out) {
    char c = text.charAt(index);
    boolean lone = Character.isSurrogate(c) && !isPaired(text, index);
    if (c < 0x20 || c == 0x7f || c == '\u2028' || c == '\u2029' || lone) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX.charAt((c >> shift) & 0xf));
      }
    } else {
      out.append(c);
    }
  }

  private static boolean isPaired(String text, int index) {
    if (Character.isHighSurrogate(text.charAt(index))) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }
}

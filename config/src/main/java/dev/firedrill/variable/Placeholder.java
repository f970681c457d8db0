package dev.firedrill.variable;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/// A `${NAME}` in a text.
///
/// @param span the whole placeholder
public record Placeholder(String name, Span span) {
  /// {@return the placeholders of a text, in order}
  public static List<Placeholder> in(String text) {
    List<Placeholder> found = new ArrayList<>();
    int at = text.indexOf("${");
    while (at >= 0) {
      int end = at + 2;
      while (end < text.length() && isNamePart(text.charAt(end), end > at + 2)) {
        end++;
      }
      boolean closed = end > at + 2 && end < text.length() && text.charAt(end) == '}';
      if (closed) {
        found.add(new Placeholder(text.substring(at + 2, end), new Span(at, end + 1)));
      }
      at = text.indexOf("${", closed ? end + 1 : at + 2);
    }
    return found;
  }

  /// {@return whether a text holds any placeholder}
  public static boolean isIn(String text) {
    return text.contains("${") && !in(text).isEmpty();
  }

  private static boolean isNamePart(char c, boolean inner) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (inner && c >= '0' && c <= '9');
  }
}

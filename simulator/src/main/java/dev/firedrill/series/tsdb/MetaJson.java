package dev.firedrill.series.tsdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the few hundred bytes of a `meta.json`, strictly by RFC 8259.
///
/// Jackson's parser would do, but for the tables of big decimal numbers that it has set up: they
/// take longer than all blocks of a month take to be opened.
final class MetaJson {
  // Deeper than any description of a block, and far from where a stack ends.
  private static final int MOST_DEPTH = 64;

  /// Stands for `null` and for numbers that are not whole or do not fit into 64 bits.
  static final Object OTHER = new Object();

  private final String text;
  private int at;
  private int depth;

  private MetaJson(String text) {
    this.text = text;
  }

  /// {@return a value: a [Map] of names, a [List], a [String], a [Long], a [Boolean] or [#OTHER]}
  ///
  /// @throws DamagedException if the text is not JSON
  static Object read(String text) throws DamagedException {
    MetaJson json = new MetaJson(text);
    json.space();
    Object value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.unexpected();
    }
    return value;
  }

  private Object value() throws DamagedException {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", OTHER);
      default -> number();
    };
  }

  private Map<String, Object> object() throws DamagedException {
    Map<String, Object> members = new LinkedHashMap<>();
    open('{');
    boolean more = next() != '}';
    while (more) {
      String name = string();
      space();
      expect(':');
      space();
      members.put(name, value());
      more = another();
    }
    close('}');
    return members;
  }

  private List<Object> array() throws DamagedException {
    List<Object> elements = new ArrayList<>();
    open('[');
    boolean more = next() != ']';
    while (more) {
      elements.add(value());
      more = another();
    }
    close(']');
    return elements;
  }

  private void open(char bracket) throws DamagedException {
    expect(bracket);
    if (++depth > MOST_DEPTH) {
      throw unexpected();
    }
    space();
  }

  private boolean another() throws DamagedException {
    space();
    if (next() != ',') {
      return false;
    }
    at++;
    space();
    return true;
  }

  private void close(char bracket) throws DamagedException {
    expect(bracket);
    depth--;
  }

  private Object word(String word, Object meaning) throws DamagedException {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return meaning;
  }

  private String string() throws DamagedException {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (next() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        at--;
        throw unexpected();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() throws DamagedException {
    char c = next();
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(simple);
    }
    expect('u');
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw unexpected();
      }
      at++;
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private Object number() throws DamagedException {
    int start = at;
    at += next() == '-' ? 1 : 0;
    int whole = at;
    digits();
    if (text.charAt(whole) == '0' && at > whole + 1) {
      at = whole + 1;
      throw unexpected();
    }
    int end = at;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      at += next() == '+' || next() == '-' ? 1 : 0;
      digits();
    }
    try {
      return at > end ? OTHER : (Object) Long.parseLong(text, start, end, 10);
    } catch (NumberFormatException tooLong) {
      return OTHER;
    }
  }

  private void digits() throws DamagedException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw unexpected();
    }
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() throws DamagedException {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private void expect(char wanted) throws DamagedException {
    if (next() != wanted) {
      throw unexpected();
    }
    at++;
  }

  private DamagedException unexpected() {
    return new DamagedException(
        at < text.length()
            ? "invalid JSON: unexpected '" + text.charAt(at) + "' at character " + (at + 1)
            : "invalid JSON: unexpected end");
  }
}

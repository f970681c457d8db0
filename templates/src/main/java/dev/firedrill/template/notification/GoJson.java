package dev.firedrill.template.notification;

import dev.firedrill.labels.GoQuote;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON as Go's `encoding/json` does, with its messages.
final class GoJson {
  private final String text;
  private int at;

  private GoJson(String text) {
    this.text = text;
  }

  /// A value.
  sealed interface Node {
    /// {@return what it is, as Go's messages say it}
    String kind();
  }

  /// `null`, `true`, `false` or a number.
  record Plain(String kind, String text) implements Node {
    boolean isNull() {
      return text.equals("null");
    }
  }

  /// A string.
  record Text(String value) implements Node {
    @Override
    public String kind() {
      return "string";
    }
  }

  /// A list.
  record Array(List<Node> items) implements Node {
    @Override
    public String kind() {
      return "array";
    }
  }

  /// An object, with keys that may come again.
  record Dictionary(List<Entry> entries) implements Node {
    @Override
    public String kind() {
      return "object";
    }
  }

  /// A key and its value.
  record Entry(String key, Node value) {}

  /// {@return the value that a text stands for}
  /// @throws NotificationDataException where it is no JSON
  static Node parse(String text) {
    GoJson json = new GoJson(text);
    Node value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.invalid("after top-level value");
    }
    return value;
  }

  private Node value() {
    space();
    int c = peek();
    return switch (c) {
      case '{' -> dictionary();
      case '[' -> array();
      case '"' -> new Text(string());
      case 't' -> literal("true", "bool");
      case 'f' -> literal("false", "bool");
      case 'n' -> literal("null", "null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw invalid("looking for beginning of value");
    };
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private NotificationDataException invalid(String where) {
    if (at >= text.length()) {
      return new NotificationDataException("unexpected end of JSON input");
    }
    return new NotificationDataException(
        "invalid character " + GoQuote.quoteRune(text.codePointAt(at)) + " " + where);
  }

  private Node dictionary() {
    List<Entry> entries = new ArrayList<>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      return new Dictionary(entries);
    }
    while (true) {
      space();
      if (peek() != '"') {
        throw invalid("looking for beginning of object key string");
      }
      String key = string();
      space();
      if (peek() != ':') {
        throw invalid("after object key");
      }
      at++;
      entries.add(new Entry(key, value()));
      space();
      if (peek() == '}') {
        at++;
        return new Dictionary(entries);
      }
      if (peek() != ',') {
        throw invalid("after object key:value pair");
      }
      at++;
    }
  }

  private Node array() {
    List<Node> items = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return new Array(items);
    }
    while (true) {
      items.add(value());
      space();
      if (peek() == ']') {
        at++;
        return new Array(items);
      }
      if (peek() != ',') {
        throw invalid("after array element");
      }
      at++;
    }
  }

  private Node literal(String word, String kind) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw invalid("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
      at++;
    }
    return new Plain(kind, word);
  }

  private Node number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    return new Plain("number", text.substring(start, at));
  }

  private void digits(String where) {
    if (peek() < '0' || peek() > '9') {
      throw invalid(where);
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      int c = peek();
      if (c < ' ') {
        throw invalid("in string literal");
      }
      at++;
      if (c == '\\') {
        escape(out);
      } else {
        out.append((char) c);
      }
    }
    at++;
    return out.toString();
  }

  private void escape(StringBuilder out) {
    int c = peek();
    switch (c) {
      case '"', '\\', '/' -> out.append((char) c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++) {
          at++;
          int digit = Character.digit(peek(), 16);
          if (digit < 0) {
            throw invalid("in \\u hexadecimal character escape");
          }
          code = code << 4 | digit;
        }
        out.append((char) code);
      }
      default -> throw invalid("in string escape code");
    }
    at++;
  }
}

package dev.firedrill.template.html;

import dev.firedrill.template.function.JsonText;
import dev.firedrill.template.value.GoPrint;
import dev.firedrill.template.value.GoText;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.List;

/// Text and values made safe for scripts.
final class JsText {
  private static final String IN_REGEXP = "$()*-.?[]^{|}";

  private JsText() {}

  /// {@return values as an expression}
  static String value(List<Value> arguments) {
    String json;
    try {
      json = JsonText.of(single(arguments));
    } catch (ValueFailure failure) {
      return " /* " + failure.words().replace("*/", "* /") + " */null ";
    }
    boolean word =
        Chars.isScriptNamePart(json.charAt(0))
            || Chars.isScriptNamePart(json.charAt(json.length() - 1));
    return word ? " " + json + " " : json;
  }

  private static Value single(List<Value> arguments) {
    if (arguments.size() != 1) {
      return Value.of(GoPrint.print(arguments.stream().map(GoPrint::dereferenced).toList()));
    }
    Value value = arguments.getFirst();
    // A time knows its own form in JSON.
    String text = value instanceof Value.Time ? null : GoText.of(value);
    return text == null ? value : Value.of(text);
  }

  /// {@return a text to stand in a quoted string}
  static String string(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.toString();
  }

  /// {@return a text to stand in a template literal}
  static String template(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '{' || c == '}') {
        code(out, c);
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  /// {@return a text to stand in a regular expression}
  static String regexp(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (IN_REGEXP.indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if (c == '`') {
        out.append(c);
      } else {
        append(out, c);
      }
    }
    // Nothing between two slashes would start a comment.
    return out.isEmpty() ? "(?:)" : out.toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '/' -> out.append("\\/");
      case '\\' -> out.append("\\\\");
      case 0, 0x0b, '"', '`', '&', '\'', '+', '<', '>', '\u2028', '\u2029' -> code(out, c);
      default -> out.append(c);
    }
  }

  private static void code(StringBuilder out, char c) {
    String hex = Integer.toHexString(c);
    out.append("\\u").repeat('0', 4 - hex.length()).append(hex);
  }
}

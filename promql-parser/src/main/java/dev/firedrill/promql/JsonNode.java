package dev.firedrill.promql;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Utf8;
import dev.firedrill.promql.ast.Expr;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of [AstJson]: text that is written already, and parts that are yet to be.
final class JsonNode {
  private final List<Object> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  JsonNode(String node) {
    text.append("{\"node\": ").append(quoted(node));
  }

  /// {@return what the node consists of, text and expressions in order}
  List<Object> parts() {
    parts.add(text.append('}').toString());
    return parts;
  }

  /// {@return the node, which has no expressions as parts}
  String text() {
    return text + "}";
  }

  JsonNode raw(String field, String json) {
    text.append(", \"").append(field).append("\": ").append(json);
    return this;
  }

  JsonNode text(String field, String value) {
    return raw(field, quoted(value));
  }

  JsonNode texts(String field, List<String> values) {
    StringBuilder json = new StringBuilder("[");
    for (String value : values) {
      json.append(json.length() > 1 ? ", " : "").append(quoted(value));
    }
    return raw(field, json.append(']').toString());
  }

  JsonNode flag(String field, boolean value) {
    return value ? raw(field, "true") : this;
  }

  JsonNode number(String field, long value) {
    return value == 0 ? this : raw(field, Long.toString(value));
  }

  JsonNode value(String field, double value) {
    String plain = GoFloat.json(value);
    return raw(field, Double.isFinite(value) ? plain : quoted(plain));
  }

  JsonNode valueIfAny(String field, @Nullable Double value) {
    return value == null ? this : value(field, value);
  }

  JsonNode part(String field, Expr expr) {
    raw(field, "");
    cut();
    parts.add(expr);
    return this;
  }

  JsonNode parts(String field, List<Expr> exprs) {
    raw(field, "[");
    for (int i = 0; i < exprs.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      cut();
      parts.add(exprs.get(i));
    }
    text.append(']');
    return this;
  }

  private void cut() {
    parts.add(text.toString());
    text.setLength(0);
  }

  /// {@return a string as JSON; one that is not UTF-8 as an object with its bytes in Base64}
  static String quoted(String value) {
    if (!Utf8.isValid(value)) {
      String bytes = Base64.getEncoder().encodeToString(Utf8.encode(value));
      return "{\"bytes_base64\": \"" + bytes + "\"}";
    }
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 0xf, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}

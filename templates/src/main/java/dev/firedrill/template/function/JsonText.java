package dev.firedrill.template.function;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.TextLimit;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.Map;

/// Values as Go's `encoding/json` writes them: sorted keys, `<`, `>` and `&` escaped.
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /// {@return a value as JSON}
  /// @throws ValueFailure where JSON has no form for it
  public static String of(Value value) {
    JsonText json = new JsonText();
    json.write(value);
    return json.out.toString();
  }

  private void write(Value value) {
    TextLimit.check(out.length());
    switch (value) {
      case Value.Missing _, Value.Nil _ -> out.append("null");
      case Value.Bool bool -> out.append(bool.value());
      case Value.Int number ->
          out.append(
              number.unsigned()
                  ? Long.toUnsignedString(number.value())
                  : Long.toString(number.value()));
      case Value.Real number -> real(number.value());
      case Value.Complex _ -> throw new ValueFailure("json: unsupported type: complex128");
      case Value.Text text -> string(text.value());
      case Value.Duration duration -> out.append(duration.nanos());
      case Value.Time time ->
          string(GoTime.format(time.value(), "2006-01-02T15:04:05.999999999Z07:00"));
      case Value.Sequence sequence -> sequence(sequence);
      case Value.Mapping mapping -> mapping(mapping);
      case Value.Struct struct -> struct(struct);
    }
  }

  private void real(double value) {
    if (!Double.isFinite(value)) {
      throw new ValueFailure("json: unsupported value: " + GoFloat.general(value));
    }
    String text = GoFloat.json(value);
    // Go writes exponents of one digit as such here.
    int exponent = text.indexOf("e-0");
    out.append(
        exponent < 0 ? text : text.substring(0, exponent + 2) + text.substring(exponent + 3));
  }

  private void sequence(Value.Sequence sequence) {
    if (sequence.unset()) {
      out.append("null");
      return;
    }
    char separator = '[';
    for (Value element : sequence.elements()) {
      out.append(separator);
      write(element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void mapping(Value.Mapping mapping) {
    if (mapping.unset()) {
      out.append("null");
      return;
    }
    char separator = '{';
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      out.append(separator);
      string(entry.getKey());
      out.append(':');
      write(entry.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private void struct(Value.Struct struct) {
    boolean named = !struct.type().equals("template.Pair");
    char separator = '{';
    for (Map.Entry<String, Value> field : struct.fields().entrySet()) {
      out.append(separator);
      string(named ? key(field.getKey()) : field.getKey());
      out.append(':');
      write(field.getValue());
      separator = ',';
    }
    out.append('}');
  }

  /// The key that Alertmanager gives a field of its data.
  private static String key(String field) {
    return field.equals("NotificationReason")
        ? "notification_reason"
        : Character.toLowerCase(field.charAt(0)) + field.substring(1);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
  }

  private void character(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', '\u2028', '\u2029' -> code(c);
      default -> {
        if (c < ' ') {
          code(c);
        } else if (isLone(text, at)) {
          out.append("\\ufffd");
        } else {
          out.append(c);
        }
      }
    }
  }

  /// {@return whether a character stands for a byte that is no UTF-8}
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private void code(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}

package dev.firedrill.template.value;

import dev.firedrill.labels.GoQuote;
import java.util.Map;

/// Values under the verbs of Go's fmt. A verb that does not fit is no error: it is written inline,
/// `%!d(float64=1.5)`.
final class ValueFormat {
  /// Stands where Go prints the address of something in memory, which nobody can repeat.
  private static final String ADDRESS = "0xc000000000";

  private static final int MAX_DEPTH = 500;

  private final StringBuilder out;
  private final Directive directive;
  private boolean erroring;

  ValueFormat(StringBuilder out, Directive directive) {
    this.out = out;
    this.directive = directive;
  }

  /// Writes a value that was given to a function.
  void argument(Value value, char verb) {
    if (value instanceof Value.Missing || value.equals(Value.NIL)) {
      if (verb == 'v' || verb == 'T') {
        directive.pad(out, "<nil>");
      } else {
        bad(value, verb);
      }
    } else if (verb == 'T') {
      string(value.type(), value, 's');
    } else if (verb == 'p') {
      pointer(value, verb);
    } else {
      write(value, verb, 0);
    }
  }

  private void write(Value value, char verb, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ValueFailure("value nested too deeply to print");
    }
    TextLimit.check(out.length());
    String own = erroring || directive.sharpV ? null : GoText.of(value);
    if (own != null && "vsxXq".indexOf(verb) >= 0) {
      string(own, value, verb);
      return;
    }
    switch (value) {
      case Value.Missing _ -> out.append("<nil>");
      case Value.Nil nil -> nothing(nil, verb);
      case Value.Bool bool -> bool(bool, verb);
      case Value.Int number -> integer(number.value(), number.unsigned(), value, verb);
      case Value.Real number -> real(number, verb);
      case Value.Complex number -> complex(number, verb);
      case Value.Text text -> string(text.value(), value, verb);
      case Value.Duration duration -> duration(duration, verb);
      case Value.Sequence sequence -> sequence(sequence, verb, depth);
      case Value.Mapping mapping -> mapping(mapping, verb, depth);
      case Value.Struct struct -> struct(struct, verb, depth);
      case Value.Time _ -> pointer(value, verb);
    }
  }

  private void nothing(Value.Nil nil, char verb) {
    if (directive.sharpV && verb == 'v') {
      out.append(nil.type()).append("(nil)");
    } else if (verb == 'v' || nil.equals(Value.NIL)) {
      out.append("<nil>");
    } else {
      bad(nil, verb);
    }
  }

  private void bool(Value.Bool bool, char verb) {
    if (verb == 't' || verb == 'v') {
      directive.pad(out, bool.value() ? "true" : "false");
    } else {
      bad(bool, verb);
    }
  }

  private void duration(Value.Duration duration, char verb) {
    if (duration.type().startsWith("*")) {
      pointer(duration, verb);
    } else {
      integer(duration.nanos(), false, duration, verb);
    }
  }

  private void integer(long number, boolean unsigned, Value value, char verb) {
    switch (verb) {
      case 'v' -> {
        if (directive.sharpV && unsigned) {
          boolean sharp = directive.sharp;
          directive.sharp = true;
          NumberFormat.integer(out, directive, number, true, 16, verb);
          directive.sharp = sharp;
        } else {
          NumberFormat.integer(out, directive, number, unsigned, 10, verb);
        }
      }
      case 'd' -> NumberFormat.integer(out, directive, number, unsigned, 10, verb);
      case 'b' -> NumberFormat.integer(out, directive, number, unsigned, 2, verb);
      case 'o', 'O' -> NumberFormat.integer(out, directive, number, unsigned, 8, verb);
      case 'x', 'X' -> NumberFormat.integer(out, directive, number, unsigned, 16, verb);
      case 'c' -> directive.pad(out, character(number));
      case 'q' -> directive.pad(out, quotedCharacter(character(number)));
      case 'U' -> NumberFormat.unicode(out, directive, number);
      default -> bad(value, verb);
    }
  }

  private static String character(long code) {
    boolean valid =
        code >= 0
            && code <= Character.MAX_CODE_POINT
            && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    return valid ? Character.toString((int) code) : "\ufffd";
  }

  private String quotedCharacter(String character) {
    if (character.equals("'")) {
      return "'\\''";
    }
    String quoted = character.equals("\"") ? "\"\"\"" : quoted(character);
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }

  private void real(Value.Real number, char verb) {
    if ("vbgGxXfFeE".indexOf(verb) >= 0) {
      NumberFormat.real(out, directive, number.value(), verb);
    } else {
      bad(number, verb);
    }
  }

  private void complex(Value.Complex number, char verb) {
    if ("vbgGxXfFeE".indexOf(verb) >= 0) {
      NumberFormat.complex(out, directive, number, verb);
    } else {
      bad(number, verb);
    }
  }

  private void string(String text, Value value, char verb) {
    switch (verb) {
      case 'v', 's' -> {
        if (directive.sharpV) {
          directive.pad(out, quoted(directive.truncated(text)));
        } else {
          directive.pad(out, directive.truncated(text));
        }
      }
      case 'q' -> {
        String cut = directive.truncated(text);
        boolean raw = directive.sharp && canBackquote(cut);
        directive.pad(out, raw ? "`" + cut + "`" : quoted(cut));
      }
      case 'x', 'X' -> directive.pad(out, hexadecimal(Utf8Bytes.of(text), verb));
      default -> bad(value, verb);
    }
  }

  private static boolean canBackquote(String text) {
    return text.chars()
        .allMatch(c -> (c >= ' ' || c == '\t') && c != '`' && c != 0x7f && c != 0xfeff);
  }

  private String quoted(String text) {
    String quoted = GoQuote.quote(text);
    return directive.plus ? ascii(quoted) : quoted;
  }

  private static String ascii(String quoted) {
    StringBuilder ascii = new StringBuilder();
    quoted
        .codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                ascii.append((char) c);
              } else {
                String hex = Integer.toHexString(c);
                int digits = c < 0x10000 ? 4 : 8;
                ascii.append(c < 0x10000 ? "\\u" : "\\U").repeat('0', digits - hex.length());
                ascii.append(hex);
              }
            });
    return ascii.toString();
  }

  private String hexadecimal(byte[] bytes, char verb) {
    String digits = verb == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    int length = directive.precise() ? Math.min(directive.precision, bytes.length) : bytes.length;
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean separated = directive.space && i > 0;
      hex.append(separated ? " " : "");
      hex.append(directive.sharp && (i == 0 || separated) ? "0" + verb : "");
      hex.append(digits.charAt(bytes[i] >> 4 & 0xf)).append(digits.charAt(bytes[i] & 0xf));
    }
    return hex.toString();
  }

  private void sequence(Value.Sequence sequence, char verb, int depth) {
    String type = directive.sharpV ? sequence.type() : "";
    out.append(type).append(directive.sharpV ? '{' : '[');
    boolean first = true;
    for (Value element : sequence.elements()) {
      out.append(first ? "" : directive.sharpV ? ", " : " ");
      write(element, verb, depth + 1);
      first = false;
    }
    out.append(directive.sharpV ? '}' : ']');
  }

  private void mapping(Value.Mapping mapping, char verb, int depth) {
    out.append(directive.sharpV ? mapping.type() + "{" : "map[");
    boolean first = true;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      out.append(first ? "" : directive.sharpV ? ", " : " ");
      write(Value.of(entry.getKey()), verb, depth + 1);
      out.append(':');
      write(entry.getValue(), verb, depth + 1);
      first = false;
    }
    out.append(directive.sharpV ? '}' : ']');
  }

  private void struct(Value.Struct struct, char verb, int depth) {
    if (struct.isPointer()) {
      if (depth > 0) {
        pointer(struct, verb);
        return;
      }
      out.append('&');
    }
    out.append(directive.sharpV ? struct.type().replace("*", "") : "").append('{');
    boolean first = true;
    for (Map.Entry<String, Value> field : struct.fields().entrySet()) {
      out.append(first ? "" : directive.sharpV ? ", " : " ");
      if (directive.plusV || directive.sharpV) {
        out.append(field.getKey()).append(':');
      }
      write(field.getValue(), verb, depth + 1);
      first = false;
    }
    out.append('}');
  }

  private void pointer(Value value, char verb) {
    if (value.type().startsWith("*") && "vpbodxX".indexOf(verb) >= 0) {
      directive.pad(out, ADDRESS);
    } else {
      bad(value, verb);
    }
  }

  private void bad(Value value, char verb) {
    erroring = true;
    out.append("%!").append(verb).append('(');
    if (value instanceof Value.Missing || value.equals(Value.NIL)) {
      out.append("<nil>");
    } else {
      out.append(value.type()).append('=');
      write(value, 'v', 0);
    }
    out.append(')');
    erroring = false;
  }
}

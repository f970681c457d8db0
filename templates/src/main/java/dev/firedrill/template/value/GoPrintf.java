package dev.firedrill.template.value;

import java.util.List;

/// Go's `fmt.Sprintf`: verbs, flags, widths, precisions, argument numbers, and mistakes inline.
public final class GoPrintf {
  private static final int MOST = 1_000_000;

  private final String format;
  private final List<Value> arguments;
  private final StringBuilder out = new StringBuilder();
  private int position;
  private int next;
  private boolean reordered;
  private boolean goodNumber;
  private boolean wasIndex;

  private GoPrintf(String format, List<Value> arguments) {
    this.format = format;
    this.arguments = arguments;
  }

  /// {@return the text of a format and its arguments}
  public static String format(String format, List<Value> arguments) {
    return new GoPrintf(format, arguments).run();
  }

  private String run() {
    while (position < format.length()) {
      int percent = format.indexOf('%', position);
      if (percent < 0) {
        out.append(format, position, format.length());
        break;
      }
      out.append(format, position, percent);
      position = percent + 1;
      directive();
      TextLimit.check(out.length());
    }
    if (!reordered && next < arguments.size()) {
      extra();
    }
    return out.toString();
  }

  private void extra() {
    out.append("%!(EXTRA ");
    for (int i = next; i < arguments.size(); i++) {
      Value value = arguments.get(i);
      TextLimit.check(out.length());
      out.append(i > next ? ", " : "");
      if (value instanceof Value.Missing || value.equals(Value.NIL)) {
        out.append("<nil>");
      } else {
        out.append(value.type()).append('=').append(GoPrint.print(value));
      }
    }
    out.append(')');
  }

  private void directive() {
    Directive directive = new Directive();
    goodNumber = true;
    flags(directive);
    argumentNumber();
    boolean afterIndex = wasIndex;
    width(directive, afterIndex);
    precision(directive);
    if (!wasIndex) {
      argumentNumber();
    }
    if (position >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(position);
    position += Character.charCount(verb);
    verb(directive, verb);
  }

  private void flags(Directive directive) {
    for (; position < format.length(); position++) {
      switch (format.charAt(position)) {
        case '#' -> directive.sharp = true;
        case '0' -> directive.zero = true;
        case '+' -> directive.plus = true;
        case '-' -> directive.minus = true;
        case ' ' -> directive.space = true;
        default -> {
          return;
        }
      }
    }
  }

  private void width(Directive directive, boolean afterIndex) {
    if (at('*')) {
      position++;
      Value value = argument();
      if (value instanceof Value.Int number && fits(number)) {
        directive.width = (int) Math.abs(number.value());
        directive.minus |= number.value() < 0;
      } else {
        out.append("%!(BADWIDTH)");
      }
      wasIndex = false;
      return;
    }
    int width = number();
    directive.width = width;
    if (afterIndex && width >= 0) {
      goodNumber = false;
    }
  }

  private void precision(Directive directive) {
    if (!at('.')) {
      return;
    }
    position++;
    if (wasIndex) {
      goodNumber = false;
    }
    argumentNumber();
    if (at('*')) {
      position++;
      Value value = argument();
      if (value instanceof Value.Int number && fits(number)) {
        directive.precision = number.value() < 0 ? -1 : (int) number.value();
      }
      if (!(value instanceof Value.Int) || directive.precision < 0) {
        out.append("%!(BADPREC)");
      }
      wasIndex = false;
      return;
    }
    directive.precision = Math.max(0, number());
  }

  private static boolean fits(Value.Int number) {
    return number.value() >= -MOST && number.value() <= MOST;
  }

  private Value argument() {
    return next < arguments.size() ? arguments.get(next++) : Value.MISSING;
  }

  private void verb(Directive directive, int verb) {
    if (verb == '%') {
      out.append('%');
    } else if (!goodNumber) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (next >= arguments.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      if (verb == 'v') {
        directive.sharpV = directive.sharp;
        directive.plusV = directive.plus;
        directive.sharp = false;
        directive.plus = false;
      }
      new ValueFormat(out, directive).argument(arguments.get(next++), (char) verb);
    }
  }

  /// Reads `[n]`, which makes argument `n` the next one.
  private void argumentNumber() {
    wasIndex = false;
    if (!at('[')) {
      return;
    }
    reordered = true;
    int end = format.indexOf(']', position);
    if (end < 0) {
      goodNumber = false;
      position++;
      return;
    }
    position++;
    int number = number();
    boolean whole = position == end;
    position = end + 1;
    wasIndex = whole && number > 0;
    if (wasIndex && number <= arguments.size()) {
      next = number - 1;
    } else {
      goodNumber = false;
    }
  }

  private int number() {
    int start = position;
    int value = 0;
    while (position < format.length()
        && format.charAt(position) >= '0'
        && format.charAt(position) <= '9') {
      value = Math.min(MOST + 1, value * 10 + format.charAt(position++) - '0');
    }
    return position == start || value > MOST ? -1 : value;
  }

  private boolean at(char c) {
    return position < format.length() && format.charAt(position) == c;
  }
}

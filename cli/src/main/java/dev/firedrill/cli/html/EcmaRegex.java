package dev.firedrill.cli.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Rewrites regular expressions of RE2 as ECMAScript's with flag `u`, so that a page decides as
/// Alertmanager does. What the two languages share in writing only is spelled out: `.`, `\s`,
/// anchors, groups with names or flags, letters whose case does not matter.
///
/// Whether an expression matches is kept, what its groups catch is not. Case-insensitive letters
/// beyond ASCII and classes by the browser's own Unicode version are not rewritten.
public final class EcmaRegex {
  private final String regex;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Flags> open = new ArrayDeque<>();
  private Flags flags = new Flags(false, false, false);
  private int place;

  private EcmaRegex(String regex) {
    this.regex = regex;
  }

  /// {@return the expression that matches whole texts as Alertmanager's `^(?:...)$` does; empty
  ///     where
  /// it cannot be rewritten}
  ///
  /// @param regex one that RE2 accepts
  public static Optional<String> anchored(String regex) {
    try {
      return Optional.of("^(?:" + new EcmaRegex(regex).rewrite() + ")$");
    } catch (Unsupported e) {
      return Optional.empty();
    }
  }

  private record Flags(boolean ignoreCase, boolean dotAll, boolean multiLine) {}

  /// Signals what has no counterpart.
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;

    Unsupported(String what) {
      super(what, null, false, false);
    }
  }

  private String rewrite() throws Unsupported {
    while (place < regex.length()) {
      int c = next();
      switch (c) {
        case '\\' -> escape();
        case '[' -> out.append(new EcmaClass(this, flags.ignoreCase).rewrite());
        case '(' -> group();
        case ')' -> {
          flags = open.pop();
          out.append(')');
        }
        case '.' -> out.append(flags.dotAll ? "[^]" : "[^\\n]");
        case '^' -> out.append(flags.multiLine ? "(?:^|(?<=\\n))" : "(?:^)");
        case '$' -> out.append(flags.multiLine ? "(?:$|(?=\\n))" : "(?:$)");
        case '*', '+', '?', '|' -> out.append((char) c);
        case '{' -> repetition();
        default -> literal(c);
      }
    }
    return out.toString();
  }

  int next() {
    int c = regex.codePointAt(place);
    place += Character.charCount(c);
    return c;
  }

  boolean isNext(String text) {
    return regex.startsWith(text, place);
  }

  boolean take(String text) {
    boolean there = isNext(text);
    place += there ? text.length() : 0;
    return there;
  }

  /// {@return what stands before an end, which is taken too}
  String until(String end) throws Unsupported {
    int at = regex.indexOf(end, place);
    if (at < 0) {
      throw new Unsupported("no " + end);
    }
    String text = regex.substring(place, at);
    place = at + end.length();
    return text;
  }

  private void group() throws Unsupported {
    Flags outer = flags;
    if (take("?P<") || take("?<")) {
      until(">");
    } else if (take("?")) {
      boolean scoped = flags();
      if (!scoped) {
        return;
      }
    }
    open.push(outer);
    out.append("(?:");
  }

  // Reads `i-s:` or `i)`, and says whether a group begins.
  private boolean flags() throws Unsupported {
    boolean on = true;
    while (true) {
      int c = next();
      switch (c) {
        case ':' -> {
          return true;
        }
        case ')' -> {
          return false;
        }
        case '-' -> on = false;
        case 'i' -> flags = new Flags(on, flags.dotAll, flags.multiLine);
        case 's' -> flags = new Flags(flags.ignoreCase, on, flags.multiLine);
        case 'm' -> flags = new Flags(flags.ignoreCase, flags.dotAll, on);
        case 'U' -> {
          // Whether something matches as a whole does not depend on greed.
        }
        default -> throw new Unsupported("flag");
      }
    }
  }

  private void repetition() throws Unsupported {
    int close = regex.indexOf('}', place);
    String inside = close < 0 ? "" : regex.substring(place, close);
    if (isCounts(inside)) {
      out.append('{').append(inside).append('}');
      place = close + 1;
    } else {
      literal('{');
    }
  }

  private static boolean isCounts(String text) {
    int comma = text.indexOf(',');
    String from = comma < 0 ? text : text.substring(0, comma);
    String to = comma < 0 ? "" : text.substring(comma + 1);
    return !from.isEmpty() && isDigits(from) && isDigits(to);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void escape() throws Unsupported {
    int c = next();
    switch (c) {
      case 'A' -> out.append("(?:^)");
      case 'z' -> out.append("(?:$)");
      case 'b' -> out.append("(?:\\b)");
      case 'B' -> out.append("(?:\\B)");
      case 'Q' -> quoted();
      case 'd', 'D', 'w', 'W' -> out.append('\\').append((char) c);
      case 's' -> out.append("[").append(EcmaClass.SPACE).append("]");
      case 'S' -> out.append("[^").append(EcmaClass.SPACE).append("]");
      case 'p', 'P' -> out.append(property(c == 'P', flags.ignoreCase));
      default -> literal(escaped(c));
    }
  }

  // `\Q` needs no `\E`.
  private void quoted() throws Unsupported {
    while (place < regex.length() && !take("\\E")) {
      literal(next());
    }
  }

  /// {@return the class `\p{...}` or `\pX`, whose letter is taken already}
  String property(boolean negative, boolean ignoreCase) throws Unsupported {
    if (ignoreCase) {
      throw new Unsupported("case of a Unicode class");
    }
    boolean not = negative;
    String name;
    if (take("{")) {
      not ^= take("^");
      name = until("}");
    } else {
      name = Character.toString(next());
    }
    String written = name.length() > 2 && !name.equals("Any") ? "Script=" + name : name;
    return (not ? "\\P{" : "\\p{") + written + "}";
  }

  /// {@return the character that an escape stands for, whose first character is taken already}
  int escaped(int c) throws Unsupported {
    return switch (c) {
      case 'a' -> 7;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      case 'x' -> hexadecimal();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Unsupported("escape");
        }
        yield c;
      }
    };
  }

  private int hexadecimal() throws Unsupported {
    if (take("{")) {
      return Integer.parseInt(until("}"), 16);
    }
    int value = Integer.parseInt(regex.substring(place, place + 2), 16);
    place += 2;
    return value;
  }

  private int octal(int first) {
    int value = first - '0';
    for (int i = 0; i < 2 && place < regex.length(); i++) {
      int digit = regex.charAt(place) - '0';
      if (digit < 0 || digit > 7) {
        break;
      }
      value = 8 * value + digit;
      place++;
    }
    return value;
  }

  private void literal(int c) throws Unsupported {
    if (!flags.ignoreCase) {
      out.append(character(c));
      return;
    }
    String cases = EcmaClass.cases(c, c);
    out.append(cases.isEmpty() ? character(c) : "[" + character(c) + cases + "]");
  }

  /// {@return a character by itself, in a class or outside of one}
  static String character(int c) {
    boolean plain = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    return plain ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}";
  }
}

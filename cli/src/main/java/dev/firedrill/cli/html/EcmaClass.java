package dev.firedrill.cli.html;

import dev.firedrill.cli.html.EcmaRegex.Unsupported;

/// Rewrites a class in brackets; see [EcmaRegex].
final class EcmaClass {
  /// What `\s` is to RE2, within brackets.
  static final String SPACE = "\\t\\n\\f\\r ";

  private static final String NOT_SPACE = "\\0-\\u{8}\\u{b}\\u{e}-\\u{1f}!-\\u{10ffff}";

  private final EcmaRegex reader;
  private final boolean ignoreCase;
  private final StringBuilder out = new StringBuilder();

  /// @param reader stands behind the opening bracket
  EcmaClass(EcmaRegex reader, boolean ignoreCase) {
    this.reader = reader;
    this.ignoreCase = ignoreCase;
  }

  String rewrite() throws Unsupported {
    out.append(reader.take("^") ? "[^" : "[");
    boolean first = true;
    while (first || !reader.take("]")) {
      if (reader.take("[:")) {
        out.append(posix(reader.until(":]")));
      } else {
        item();
      }
      first = false;
    }
    return out.append(']').toString();
  }

  private void item() throws Unsupported {
    int from = reader.next();
    if (from == '\\') {
      int c = reader.next();
      switch (c) {
        case 'd', 'D', 'w', 'W' -> {
          out.append('\\').append((char) c);
          return;
        }
        case 's', 'S' -> {
          out.append(c == 's' ? SPACE : NOT_SPACE);
          return;
        }
        case 'p', 'P' -> {
          out.append(reader.property(c == 'P', ignoreCase));
          return;
        }
        default -> from = reader.escaped(c);
      }
    }
    int to = from;
    if (reader.isNext("-") && !reader.isNext("-]")) {
      reader.take("-");
      to = reader.next();
      to = to == '\\' ? reader.escaped(reader.next()) : to;
    }
    range(from, to);
  }

  private void range(int from, int to) throws Unsupported {
    out.append(EcmaRegex.character(from));
    if (to != from) {
      out.append('-').append(EcmaRegex.character(to));
    }
    out.append(ignoreCase ? cases(from, to) : "");
  }

  /// {@return what a range takes besides where the case of letters does not matter, for a class}
  static String cases(int from, int to) throws Unsupported {
    if (to > 0x7f) {
      throw new Unsupported("case of letters beyond ASCII");
    }
    StringBuilder cases = new StringBuilder();
    for (int c = from; c <= to; c++) {
      if (c < 128 && Character.isLetter(c)) {
        cases.append((char) (c ^ 0x20));
      }
      switch (c) {
        // The signs of kelvin, and the long s.
        case 'k', 'K' -> cases.append("\\u{212a}");
        case 's', 'S' -> cases.append("\\u{17f}");
        default -> {
          // No other letters are the same.
        }
      }
    }
    return cases.toString();
  }

  private String posix(String name) throws Unsupported {
    boolean not = name.startsWith("^");
    String ranges =
        switch (not ? name.substring(1) : name) {
          case "alnum" -> "0-9A-Za-z";
          case "alpha" -> "A-Za-z";
          case "ascii" -> "\\0-\\u{7f}";
          case "blank" -> "\\t ";
          case "cntrl" -> "\\0-\\u{1f}\\u{7f}";
          case "digit" -> "0-9";
          case "graph" -> "!-~";
          case "lower" -> "a-z";
          case "print" -> " -~";
          case "punct" -> "!-\\u{2f}:-@\\u{5b}-`\\u{7b}-~";
          case "space" -> "\\t\\n\\v\\f\\r ";
          case "upper" -> "A-Z";
          case "word" -> "0-9A-Za-z_";
          case "xdigit" -> "0-9A-Fa-f";
          default -> throw new Unsupported("class");
        };
    if (not || ignoreCase) {
      throw new Unsupported("negated or folded class");
    }
    return ranges;
  }
}

package dev.firedrill.labels;

/// Tells regular expressions that are valid beyond doubt, so that they need not be compiled until
/// they are matched: most expressions are only read, and compiling takes longer than parsing.
///
/// Knows the common part of the syntax only: letters, escaped punctuation, `.`, `|`, groups, simple
/// classes, and `*`, `+`, `?` after one of these.
final class PlainRegex {
  private static final int MAX_DEPTH = 20;
  private static final String CLASS_ESCAPES = "dDwWsS";

  private final String regex;
  private int place;
  private int depth;
  // Whether something stands before that can be repeated.
  private boolean atom;

  private PlainRegex(String regex) {
    this.regex = regex;
  }

  /// {@return whether the text is surely a regular expression; if not, it may still be one}
  static boolean isPlain(String regex) {
    PlainRegex plain = new PlainRegex(regex);
    while (plain.place < regex.length()) {
      if (!plain.accept(regex.charAt(plain.place++))) {
        return false;
      }
    }
    return plain.depth == 0;
  }

  private boolean accept(char c) {
    return switch (c) {
      case '|', '^', '$' -> found(false);
      case '*', '+', '?' -> repetition();
      case '\\' -> escape();
      case '(' -> open();
      case ')' -> found(true) && depth-- > 0;
      case '[' -> characterClass();
      case ']', '{', '}' -> false;
      default -> found(true) && !Character.isSurrogate(c);
    };
  }

  private boolean found(boolean repeatable) {
    atom = repeatable;
    return true;
  }

  private boolean repetition() {
    boolean valid = atom;
    if (isNext('?')) {
      place++;
    }
    atom = false;
    return valid;
  }

  private boolean escape() {
    if (place == regex.length()) {
      return false;
    }
    char c = regex.charAt(place++);
    boolean punctuation = c > ' ' && c < 0x7f && !isWord(c);
    return found(true) && (punctuation || CLASS_ESCAPES.indexOf(c) >= 0);
  }

  private boolean open() {
    if (isNext('?')) {
      if (!regex.startsWith("?:", place)) {
        return false;
      }
      place += 2;
    }
    return found(false) && ++depth <= MAX_DEPTH;
  }

  // Letters, digits, underscores and dots, and ranges between letters or digits.
  private boolean characterClass() {
    if (isNext('^')) {
      place++;
    }
    int first = place;
    while (place < regex.length() && regex.charAt(place) != ']') {
      char from = regex.charAt(place++);
      if (from != '.' && !isWord(from)) {
        return false;
      }
      if (isNext('-')) {
        char to = place + 1 < regex.length() ? regex.charAt(place + 1) : ']';
        if (!isWord(to) || to < from) {
          return false;
        }
        place += 2;
      }
    }
    boolean closed = place < regex.length() && place > first;
    place++;
    return found(true) && closed;
  }

  private boolean isNext(char c) {
    return place < regex.length() && regex.charAt(place) == c;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}

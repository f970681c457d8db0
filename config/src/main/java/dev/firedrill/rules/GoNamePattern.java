package dev.firedrill.rules;

/// A pattern of one name, as Go's `filepath.Match` reads it.
final class GoNamePattern {
  private final String pattern;
  private final String name;

  private GoNamePattern(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  /// {@return whether a text has anything special in it}
  static boolean isPattern(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[\\".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether a well-formed pattern covers the whole of a name}
  static boolean matches(String pattern, String name) {
    return new GoNamePattern(pattern, name).matches(0, 0);
  }

  /// @throws IllegalArgumentException if the pattern is malformed
  static void check(String pattern) {
    int p = 0;
    while (p < pattern.length()) {
      p =
          switch (pattern.charAt(p)) {
            case '\\' -> afterEscape(pattern, p);
            case '[' -> afterSet(pattern, p);
            default -> p + 1;
          };
    }
  }

  private boolean matches(int p, int i) {
    if (p == pattern.length()) {
      return i == name.length();
    }
    if (pattern.charAt(p) == '*') {
      return matches(p + 1, i) || (i < name.length() && matches(p, i + 1));
    }
    if (i == name.length()) {
      return false;
    }
    int c = name.codePointAt(i);
    int next = i + Character.charCount(c);
    return switch (pattern.charAt(p)) {
      case '?' -> matches(p + 1, next);
      case '[' -> inSet(p, c) && matches(afterSet(pattern, p), next);
      case '\\' -> pattern.codePointAt(p + 1) == c && matches(afterEscape(pattern, p), next);
      default -> pattern.charAt(p) == name.charAt(i) && matches(p + 1, i + 1);
    };
  }

  private boolean inSet(int open, int c) {
    int end = afterSet(pattern, open) - 1;
    boolean negated = pattern.charAt(open + 1) == '^';
    int p = negated ? open + 2 : open + 1;
    boolean found = false;
    while (p < end) {
      int low = literal(pattern, p);
      p = afterLiteral(pattern, p);
      int high = low;
      if (pattern.charAt(p) == '-') {
        high = literal(pattern, p + 1);
        p = afterLiteral(pattern, p + 1);
      }
      found |= low <= c && c <= high;
    }
    return found != negated;
  }

  private static int afterSet(String pattern, int open) {
    int p = open + 1;
    if (p < pattern.length() && pattern.charAt(p) == '^') {
      p++;
    }
    boolean any = false;
    while (!(any && p < pattern.length() && pattern.charAt(p) == ']')) {
      p = afterLiteral(pattern, p);
      if (p < pattern.length() && pattern.charAt(p) == '-') {
        p = afterLiteral(pattern, p + 1);
      }
      any = true;
    }
    return p + 1;
  }

  private static int literal(String pattern, int p) {
    return pattern.codePointAt(pattern.charAt(p) == '\\' ? p + 1 : p);
  }

  /// A dash or a closing bracket must be escaped where a set wants a character.
  private static int afterLiteral(String pattern, int p) {
    if (p >= pattern.length() || pattern.charAt(p) == '-' || pattern.charAt(p) == ']') {
      throw malformed();
    }
    if (pattern.charAt(p) == '\\') {
      return afterEscape(pattern, p);
    }
    return p + Character.charCount(pattern.codePointAt(p));
  }

  private static int afterEscape(String pattern, int p) {
    if (p + 1 >= pattern.length()) {
      throw malformed();
    }
    return p + 1 + Character.charCount(pattern.codePointAt(p + 1));
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("syntax error in pattern");
  }
}

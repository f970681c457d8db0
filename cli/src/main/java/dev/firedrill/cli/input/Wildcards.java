package dev.firedrill.cli.input;

/// Shell patterns over paths: `*` and `?` stay within one name, `**` as a whole name stands for any
/// number of folders, `[a-z]` and `[!a-z]` for one character, a backslash makes the next character
/// literal.
public final class Wildcards {
  private Wildcards() {}

  /// {@return whether a text has anything special in it}
  public static boolean present(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || c == '[') {
        return true;
      }
    }
    return false;
  }

  /// {@return whether a pattern covers the whole of a path}
  /// @param path with `/` between names
  static boolean matches(String pattern, String path) {
    return matches(pattern, 0, path, 0);
  }

  private static boolean matches(String pattern, int p, String path, int i) {
    while (p < pattern.length()) {
      char c = pattern.charAt(p);
      if (isFolders(pattern, p)) {
        return matchesFolders(pattern, p, path, i);
      }
      if (c == '*') {
        return matchesStar(pattern, p, path, i);
      }
      if (i == path.length()) {
        return false;
      }
      int next = matchesOne(pattern, p, path.charAt(i));
      if (next < 0) {
        return false;
      }
      p = next;
      i++;
    }
    return i == path.length();
  }

  private static boolean isFolders(String pattern, int p) {
    return pattern.startsWith("**", p)
        && (p == 0 || pattern.charAt(p - 1) == '/')
        && (p + 2 == pattern.length() || pattern.charAt(p + 2) == '/');
  }

  private static boolean matchesFolders(String pattern, int p, String path, int i) {
    if (p + 2 == pattern.length()) {
      return true;
    }
    for (int start = i; start >= 0; start = path.indexOf('/', start) + 1) {
      if (matches(pattern, p + 3, path, start)) {
        return true;
      }
      if (path.indexOf('/', start) < 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean matchesStar(String pattern, int p, String path, int i) {
    for (int end = i; ; end++) {
      if (matches(pattern, p + 1, path, end)) {
        return true;
      }
      if (end == path.length() || path.charAt(end) == '/') {
        return false;
      }
    }
  }

  /// {@return where the pattern goes on after matching one character, or -1}
  private static int matchesOne(String pattern, int p, char c) {
    char wanted = pattern.charAt(p);
    if (wanted == '?') {
      return c == '/' ? -1 : p + 1;
    }
    if (wanted == '[') {
      int close = pattern.indexOf(']', p + 2);
      if (close > 0) {
        return c != '/' && inSet(pattern, p + 1, close, c) ? close + 1 : -1;
      }
    }
    if (wanted == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return wanted == c ? p + 1 : -1;
  }

  private static boolean inSet(String pattern, int start, int close, char c) {
    boolean negated = pattern.charAt(start) == '!' || pattern.charAt(start) == '^';
    boolean found = false;
    for (int i = negated ? start + 1 : start; i < close; i++) {
      char low = pattern.charAt(i);
      char high = low;
      if (i + 2 < close && pattern.charAt(i + 1) == '-') {
        high = pattern.charAt(i + 2);
        i += 2;
      }
      found |= low <= c && c <= high;
    }
    return found != negated;
  }
}

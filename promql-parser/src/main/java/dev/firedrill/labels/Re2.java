package dev.firedrill.labels;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Compiles regular expressions within the limits that Go sets to them, which RE2/J does not know.
public final class Re2 {
  private static final int MAX_DEPTH = 1000;

  private Re2() {}

  /// {@return a compiled regular expression}
  ///
  /// @param flags those of [Pattern]
  /// @throws PatternSyntaxException if it is none, or beyond Go's limits, with Go's message
  public static Pattern compile(String regex, int flags) {
    RegexRepetitions.check(regex);
    if (depth(regex) > MAX_DEPTH) {
      throw new PatternSyntaxException("expression nests too deeply", regex);
    }
    return Pattern.compile(regex, flags);
  }

  /// {@return whether a text is a regular expression beyond doubt, so that it need not be compiled
  ///     until it is matched; if not, it may still be one}
  public static boolean isPlain(String regex) {
    return PlainRegex.isPlain(regex);
  }

  // Of brackets in a class too: nobody writes a thousand of them.
  private static int depth(String regex) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
        deepest = Math.max(deepest, depth);
      } else if (c == ')') {
        depth--;
      }
    }
    return deepest;
  }
}

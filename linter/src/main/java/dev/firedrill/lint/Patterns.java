package dev.firedrill.lint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.labels.Re2;

/// Regular expressions of settings.
public final class Patterns {
  private Patterns() {}

  /// {@return whether a text matches as a whole; what is no regular expression matches everything,
  ///     so that one mistake in the settings is not reported for each rule}
  public static boolean matches(String regex, String text) {
    try {
      return Re2.compile(regex, Pattern.DOTALL).matches(text);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}

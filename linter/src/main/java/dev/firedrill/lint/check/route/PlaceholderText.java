package dev.firedrill.lint.check.route;

import dev.firedrill.variable.Placeholder;
import java.util.regex.Pattern;

/// Texts that stand for something that was never filled in.
final class PlaceholderText {
  private static final Pattern UNFILLED =
      Pattern.compile(
          "(?i).*(\\byour[-_"
              + " ]|\\byour\\b.*here|/your/|@example\\.(com|org|net)\\b|\\.example\\.com\\b|\\bexample\\.com\\b|change[-_"
              + " ]?me|replace[-_ ]?me|\\btodo\\b|\\bfixme\\b|<[a-z][a-z0-9 _-]*>"
              + "|\\bx{4,}\\b|\\bdummy\\b|\\bplaceholder\\b|webhook/url|t0{8}|b0{8}).*",
          Pattern.DOTALL);

  private PlaceholderText() {}

  /// {@return whether a text looks as if it were copied from an example}
  static boolean isUnfilled(String text) {
    return UNFILLED.matcher(text).matches();
  }

  /// {@return whether a text is filled in later, from the environment}
  static boolean isVariable(String text) {
    return Placeholder.isIn(text);
  }
}

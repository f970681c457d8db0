package dev.firedrill.labels;

/// What makes a label or metric name valid, and how it is printed.
public final class LabelNames {
  private LabelNames() {}

  /// {@return whether `name` matches `[a-zA-Z_][a-zA-Z0-9_]*`}
  public static boolean isLegacy(String name) {
    return isIdentifier(name, false);
  }

  /// {@return whether `name` matches `[a-zA-Z_:][a-zA-Z0-9_:]*`}
  public static boolean isLegacyMetric(String name) {
    return isIdentifier(name, true);
  }

  /// {@return the name as it is where it is a plain identifier, else quoted}
  public static String quotedIfNeeded(String name) {
    return isLegacy(name) ? name : GoQuote.quote(name);
  }

  private static boolean isIdentifier(String name, boolean withColon) {
    if (name.isEmpty() || isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '_' && !(withColon && c == ':')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

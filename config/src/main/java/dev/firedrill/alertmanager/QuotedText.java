package dev.firedrill.alertmanager;

/// Hides a text where a message quotes it as a whole.
final class QuotedText {
  // Go quotes the values that it cannot take by backticks, with their tags in front.
  private static final String[][] QUOTES = {
    {"'", "'"},
    {"\"", "\""},
    {"!!str `", "`"},
    {"!!int `", "`"},
    {"!!bool `", "`"},
    {"!!float `", "`"}
  };
  private static final int GO_SHORTENS = 10;
  private static final int GO_SHOWS = 7;

  private QuotedText() {}

  /// Puts asterisks in its place.
  static void hide(StringBuilder message, String text) {
    if (text.isEmpty()) {
      return;
    }
    hideWhole(message, text);
    if (text.length() > GO_SHORTENS) {
      hideWhole(message, text.substring(0, GO_SHOWS) + "...");
    }
  }

  private static void hideWhole(StringBuilder message, String text) {
    for (String[] quotes : QUOTES) {
      String quoted = quotes[0] + text + quotes[1];
      int at = message.indexOf(quoted);
      while (at >= 0) {
        int start = at + quotes[0].length();
        for (int i = start; i < start + text.length(); i++) {
          message.setCharAt(i, '*');
        }
        at = message.indexOf(quoted, start + text.length());
      }
    }
  }
}

package dev.firedrill.diagnostic;

/// ANSI colours of a terminal.
enum Colour {
  ERROR("1;31"),
  WARNING("1;33"),
  INFO("1;36"),
  NOTE("1;34"),
  HELP("1;32"),
  MESSAGE("1"),
  GUTTER("34");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  static Colour of(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }

  /// {@return `text` in this colour, or as it is}
  String paint(String text, boolean colours) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package dev.firedrill.cli.report;

/// ANSI colours, or none.
public record Paint(boolean colored) {
  /// {@return a text that says yes}
  String good(String text) {
    return in("32", text);
  }

  /// {@return a text that says no}
  String bad(String text) {
    return in("31", text);
  }

  /// {@return a text that people should look at}
  String warning(String text) {
    return in("33", text);
  }

  /// {@return a text that matters less}
  String faint(String text) {
    return in("2", text);
  }

  /// {@return a text that matters most}
  String strong(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return colored && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package dev.firedrill.cli.html.report;

/// Texts made fit for a page.
final class HtmlText {
  private HtmlText() {}

  /// {@return a text that stands in an element}
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// {@return JSON that stands in a script element: nothing in it looks like the end of that}
  static String embedded(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}

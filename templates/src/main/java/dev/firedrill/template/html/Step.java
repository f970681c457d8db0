package dev.firedrill.template.html;

/// How far a text was read, and where that leads.
///
/// @param read characters of the text
record Step(HtmlContext context, int read) {
  /// {@return an error, which leads nowhere}
  static Step failed(String text, String words) {
    return new Step(HtmlContext.failed(HtmlError.inText(words)), text.length());
  }
}

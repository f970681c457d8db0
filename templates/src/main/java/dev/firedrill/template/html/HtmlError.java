package dev.firedrill.template.html;

import org.jspecify.annotations.Nullable;

/// Why a template cannot be made safe.
///
/// @param place `NAME:LINE:COLUMN` of the action to blame; null where a text is
/// @param line of the action around it, or 0
/// @param words Go's words
record HtmlError(@Nullable String place, int line, String words) {
  static HtmlError at(@Nullable String place, String words) {
    return new HtmlError(place, 0, words);
  }

  static HtmlError inText(String words) {
    return new HtmlError(null, 0, words);
  }

  /// {@return the whole message as Go has it}
  /// @param template the template that was to be run
  String text(String template) {
    String at = place();
    if (at != null) {
      return "html/template:" + at + ": " + words;
    }
    if (line != 0) {
      return "html/template:" + template + ":" + line + ": " + words;
    }
    return template.isEmpty()
        ? "html/template: " + words
        : "html/template:" + template + ": " + words;
  }
}

package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// Something wrong with the text of a template.
///
/// @param template the name that messages give the template
/// @param line the line that Go names, from 1
/// @param message Go's words, without name and line
/// @param span where in the text
/// @param help what to do about it, ours; null where there is nothing to add
public record TemplateError(
    String template, int line, String message, Span span, @Nullable String help) {

  /// {@return the whole message as Go has it, `template: NAME:LINE: WORDS`}
  public String text() {
    return "template: " + template + ":" + line + ": " + message;
  }
}

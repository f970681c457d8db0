package dev.firedrill.template;

import java.nio.charset.StandardCharsets;

/// The text of a template, and the name that messages give it.
public record TemplateSource(String name, String text, Dialect dialect) {

  /// {@return a place as Go's run-time messages name it, `NAME:LINE:COLUMN`}
  ///
  /// The column is in bytes from 0; on the first line it counts what the dialect puts before the
  /// text, as Prometheus's own messages do.
  /// @param offset in UTF-16 units from the start of the text
  public String place(int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int bytes = text.substring(lineStart, offset).getBytes(StandardCharsets.UTF_8).length;
    int column = line == 1 ? bytes + dialect.prefixLength() : bytes;
    return name + ":" + line + ":" + column;
  }
}

package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/// The lines of a script, blanks around them cut off, comments emptied.
final class ScriptLines {
  private final SourceFile file;
  private final List<String> lines = new ArrayList<>();
  private int next;

  ScriptLines(SourceFile file) {
    this.file = file;
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number).strip();
      lines.add(line.startsWith("#") ? "" : line);
    }
  }

  /// Moves to the next line that is not empty.
  ///
  /// @return whether there is one
  boolean skipEmpty() {
    while (next < lines.size() && lines.get(next).isEmpty()) {
      next++;
    }
    return next < lines.size();
  }

  /// {@return whether the command goes on}
  boolean more() {
    return next < lines.size() && !lines.get(next).isEmpty();
  }

  /// {@return the line at hand, to which the next one follows}
  String take() {
    return lines.get(next++);
  }

  /// {@return the number of the line taken last, from 0}
  int number() {
    return next - 1;
  }

  /// {@return an exception for the line taken last}
  ScriptSyntaxException wrong(String message) {
    return new ScriptSyntaxException(number(), message);
  }

  /// {@return where a line is}
  /// @param number from 0
  Location location(int number) {
    int start = file.lineStart(number + 1);
    int end = start + file.line(number + 1).length();
    return new Location(file, new Span(start, end));
  }
}

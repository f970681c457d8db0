package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseError;
import dev.firedrill.promql.series.SeriesAdvice;
import java.util.ArrayList;
import java.util.List;

/// The lines of a script, blanks around them cut off, comments emptied.
final class ScriptLines {
  private static final String CHECK = "promql-script/invalid";

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
    return new ScriptSyntaxException(Diagnostic.error(CHECK, message, location(number())));
  }

  /// {@return an exception for series notation in the line taken last}
  /// @param text the notation, which may begin with what the line does not have
  ScriptSyntaxException wrong(ParseError error, String text) {
    String line = file.line(number() + 1);
    int found = line.indexOf(text);
    int at = found >= 0 ? found : line.stripTrailing().length() - text.length();
    int first = file.lineStart(number() + 1);
    int start = Math.max(first, first + at + error.span().start());
    int end = Math.max(start, first + at + error.span().end());
    Location place = new Location(file, new Span(start, end));
    int labels = Math.max(text.indexOf('}'), text.indexOf(' '));
    boolean values = error.message().contains("series") || error.span().start() > labels;
    String help =
        text.matches("(load|eval|clear)\\b.*")
            ? "an empty line ends the series of a command"
            : SeriesAdvice.help(error, values);
    return new ScriptSyntaxException(
        Diagnostic.error(CHECK, error.message(), place).withHelp(help));
  }

  /// {@return where a line is}
  /// @param number from 0
  Location location(int number) {
    int start = file.lineStart(number + 1);
    int end = start + file.line(number + 1).length();
    return new Location(file, new Span(start, end));
  }
}

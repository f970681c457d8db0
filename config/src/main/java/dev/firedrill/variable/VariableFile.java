package dev.firedrill.variable;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a file of `NAME=value` lines, as Docker and shells keep the environment of a service.
///
/// `#` starts a comment at the start of a line and after a blank; `export` before a name is
/// skipped; values may stand in single or double quotes, in double quotes with `\n`, `\"` and `\\`.
public final class VariableFile {
  private final SourceFile file;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private VariableFile(SourceFile file) {
    this.file = file;
  }

  /// {@return the values by name, in the order of the file; the later of two lines wins}
  public static Loaded<Map<String, String>> read(SourceFile file) {
    VariableFile reader = new VariableFile(file);
    for (int line = 1; line <= file.lineCount(); line++) {
      reader.read(line);
    }
    return new Loaded<>(reader.values, reader.diagnostics);
  }

  private void read(int number) {
    String line = file.line(number).strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
    int equals = assignment.indexOf('=');
    String name = equals < 0 ? "" : assignment.substring(0, equals).strip();
    if (!Placeholder.isIn("${" + name + "}")) {
      reject(number, "expected NAME=value");
      return;
    }
    String value = assignment.substring(equals + 1).strip();
    char quote = value.isEmpty() ? 0 : value.charAt(0);
    if (quote == '\'' || quote == '"') {
      readQuoted(number, name, value, quote);
    } else {
      values.put(name, withoutComment(value));
    }
  }

  private void readQuoted(int line, String name, String value, char quote) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == quote) {
        values.put(name, text.toString());
        return;
      }
      if (c == '\\' && quote == '"' && i + 1 < value.length()) {
        i++;
        text.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
      } else {
        text.append(c);
      }
    }
    reject(line, "the value of " + name + " lacks its closing " + quote);
  }

  private static String withoutComment(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) == '#' && Character.isWhitespace(value.charAt(i - 1))) {
        return value.substring(0, i).strip();
      }
    }
    return value;
  }

  private void reject(int line, String message) {
    int start = file.lineStart(line);
    Location place = new Location(file, new Span(start, start + file.line(line).length()));
    diagnostics.add(Diagnostic.error("variable/syntax", message, place));
  }
}

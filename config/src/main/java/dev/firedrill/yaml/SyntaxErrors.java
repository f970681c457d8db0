package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Words the parser's errors: where the mistake is, rather than where the parser noticed it, and
/// what to do.
final class SyntaxErrors {
  private SyntaxErrors() {}

  static YamlSyntaxError of(SourceFile file, Offsets offsets, YAMLException error) {
    if (error instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      int at = offsets.units(marked.getProblemMark().getIndex());
      Mark context = marked.getContextMark();
      String message = String.valueOf(marked.getProblem());
      return new YamlSyntaxError(
          Diagnostic.error("yaml/syntax", message, place(file, at)),
          "line " + (marked.getProblemMark().getLine() + 1) + ": " + message + context);
    }
    int at = error instanceof ReaderException reader ? offsets.units(reader.getPosition()) : 0;
    return new YamlSyntaxError(
        Diagnostic.error("yaml/syntax", "control characters are not allowed", place(file, at)),
        "control characters are not allowed");
  }

  private static Location place(SourceFile file, int at) {
    int start = Math.min(at, file.text().length());
    return new Location(file, new Span(start, Math.min(start + 1, file.text().length())));
  }
}

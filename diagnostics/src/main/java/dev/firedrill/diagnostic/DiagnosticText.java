package dev.firedrill.diagnostic;

import dev.firedrill.parallel.InParallel;
import java.util.ArrayList;
import java.util.List;

/// Shows diagnostics as people read them: place and message, the source with the span marked,
/// further places, and what to do.
///
/// ```text
/// rules.yml:3:1: error[yaml/duplicate-key] key 'a' stands here for the second time
/// 3 | a: 3
///   | ^
/// rules.yml:1:1: note: it is first defined here
/// 1 | a: 1
///   | -
/// help: remove one of the two
/// ```
public final class DiagnosticText {
  // So many are worth a thread.
  private static final int PART = 500;

  private final TextStyle style;

  /// A renderer of a style.
  public DiagnosticText(TextStyle style) {
    this.style = style;
  }

  /// {@return all diagnostics by file and place, an empty line after each}
  public String render(List<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = DiagnosticOrder.sorted(diagnostics);
    if (sorted.size() <= PART) {
      return renderPart(sorted);
    }
    List<List<Diagnostic>> parts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i += PART) {
      parts.add(sorted.subList(i, Math.min(i + PART, sorted.size())));
    }
    return String.join("", InParallel.map(parts, InParallel.defaultWorkers(), this::renderPart));
  }

  private String renderPart(List<Diagnostic> sorted) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : sorted) {
      append(diagnostic, out);
      out.append('\n');
    }
    return out.toString();
  }

  /// {@return one diagnostic, with a line break at its end}
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    append(diagnostic, out);
    return out.toString();
  }

  private void append(Diagnostic diagnostic, StringBuilder out) {
    Severity severity = diagnostic.severity();
    Colour colour = Colour.of(severity);
    String kind = severity.word() + "[" + diagnostic.check() + "]";
    head(diagnostic.location(), colour.paint(kind, style.colours()), diagnostic.message(), out);
    Excerpt excerpt = new Excerpt(style, out);
    int gutter = gutter(diagnostic);
    excerpt.append(diagnostic.location(), '^', colour, gutter);
    for (Note note : diagnostic.notes()) {
      head(note.location(), Colour.NOTE.paint("note:", style.colours()), note.message(), out);
      excerpt.append(note.location(), '-', Colour.NOTE, gutter);
    }
    String help = diagnostic.help();
    if (help != null) {
      tail("help: ", help, diagnostic.location(), out);
    }
    for (Fix fix : diagnostic.fixes()) {
      tail("fix: ", fix.title(), diagnostic.location(), out);
    }
  }

  private static int gutter(Diagnostic diagnostic) {
    int gutter = Excerpt.gutter(diagnostic.location());
    for (Note note : diagnostic.notes()) {
      gutter = Math.max(gutter, Excerpt.gutter(note.location()));
    }
    return gutter;
  }

  private void head(Location location, String kind, String message, StringBuilder out) {
    Position start = location.start();
    out.append(location.file().path()).append(':');
    if (location.file().isText()) {
      out.append(start.line()).append(':').append(start.column()).append(':');
    }
    out.append(' ').append(kind).append(' ');
    String text = oneLine(style.masking().mask(message, location));
    out.append(Colour.MESSAGE.paint(text, style.colours())).append('\n');
  }

  private void tail(String kind, String text, Location place, StringBuilder out) {
    out.append(Colour.HELP.paint(kind.strip(), style.colours())).append(' ');
    out.append(style.masking().mask(text, place).replace("\n", "\n  ")).append('\n');
  }

  private static String oneLine(String message) {
    return message.replace("\r", "\\r").replace("\n", "\\n");
  }
}

package dev.firedrill.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Writes findings as JSON: lines and columns from 1, offsets in bytes from 0, ends exclusive.
public final class FindingsJson {
  private final Masking masking;

  /// A writer that hides secrets in messages.
  public FindingsJson(Masking masking) {
    this.masking = masking;
  }

  /// {@return the document: version, summary and all findings by file and place}
  ///
  /// @param version Firedrill's
  /// @param files how many files were looked at
  /// @param rules how many rules were looked at
  public String write(String version, int files, int rules, List<Diagnostic> diagnostics) {
    return write(version, files, rules, diagnostics, Map.of(), json -> {});
  }

  /// {@return the document}
  ///
  /// @param version Firedrill's
  /// @param files how many files were looked at
  /// @param rules how many rules were looked at
  /// @param counts further counts for the summary, by name
  /// @param more writes further members
  public String write(
      String version,
      int files,
      int rules,
      List<Diagnostic> diagnostics,
      Map<String, Integer> counts,
      Consumer<Json> more) {
    StringBuilder out = new StringBuilder();
    Json json = Json.indented(out);
    json.object().name("version").value(version);
    json.name("summary").object();
    json.name("files").value(files).name("rules").value(rules);
    for (Severity severity : Severity.values()) {
      long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
      json.name(severity.word()).value(count);
    }
    counts.forEach((name, count) -> json.name(name).value(count));
    json.end();
    more.accept(json);
    json.name("findings");
    findings(json, diagnostics);
    json.end();
    return out.append('\n').toString();
  }

  /// Writes an array of findings as a part of another document.
  public void findings(Json json, List<Diagnostic> diagnostics) {
    json.array();
    for (Diagnostic diagnostic : DiagnosticOrder.sorted(diagnostics)) {
      finding(json, diagnostic);
    }
    json.end();
  }

  private void finding(Json json, Diagnostic diagnostic) {
    json.object();
    json.name("check").value(diagnostic.check());
    json.name("severity").value(diagnostic.severity().word());
    json.name("message").value(masking.mask(diagnostic.message(), diagnostic.location()));
    place(json, diagnostic.location());
    json.name("notes").array();
    for (Note note : diagnostic.notes()) {
      json.object().name("message").value(masking.mask(note.message(), note.location()));
      place(json, note.location());
      json.end();
    }
    json.end().name("help");
    String help = diagnostic.help();
    if (help == null) {
      json.nothing();
    } else {
      json.value(masking.mask(help, diagnostic.location()));
    }
    json.name("fixes").array();
    for (Fix fix : diagnostic.fixes()) {
      // With its secret hidden, a fix would spoil the file.
      if (fix.edits().stream().allMatch(this::isOpen)) {
        fix(json, fix, diagnostic.location());
      }
    }
    json.end().end();
  }

  private boolean isOpen(TextEdit edit) {
    String text = edit.text();
    return masking.maskSource(edit.location().file(), text).equals(text);
  }

  private void fix(Json json, Fix fix, Location place) {
    json.object().name("title").value(masking.mask(fix.title(), place)).name("edits").array();
    for (TextEdit edit : fix.edits()) {
      json.object();
      place(json, edit.location());
      json.name("text").value(edit.text()).end();
    }
    json.end().end();
  }

  private static void place(Json json, Location location) {
    json.name("path").value(location.file().path());
    position(json, "start", location.start());
    position(json, "end", location.end());
  }

  private static void position(Json json, String name, Position position) {
    json.name(name).object();
    json.name("line").value(position.line());
    json.name("column").value(position.column());
    json.name("offset").value(position.offset()).end();
  }
}

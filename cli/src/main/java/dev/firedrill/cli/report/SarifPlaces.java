package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The parts of a SARIF log that say where something is.
///
/// @param paths makes paths relative to the repository
record SarifPlaces(Json json, UnaryOperator<String> paths, Masking masking) {
  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  void physical(Location place) {
    json.name("physicalLocation").object();
    artifact(place.file().path());
    json.name("region");
    region(place);
    json.end();
  }

  void artifact(String path) {
    String relative = paths.apply(path);
    json.name("artifactLocation").object().name("uri").value(uri(relative));
    if (!relative.startsWith("../")) {
      json.name("uriBaseId").value("%SRCROOT%");
    }
    json.end();
  }

  private void region(Location place) {
    Position start = place.start();
    Position end = place.end();
    json.object();
    json.name("startLine").value(start.line()).name("startColumn").value(start.column());
    json.name("endLine").value(end.line()).name("endColumn").value(end.column()).end();
  }

  /// Writes fixes, but for those whose text holds a secret: hidden, it would spoil the file.
  void fixes(List<Fix> fixes) {
    List<Fix> open = new ArrayList<>();
    for (Fix fix : fixes) {
      if (fix.edits().stream().allMatch(this::isOpen)) {
        open.add(fix);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    json.name("fixes").array();
    open.forEach(this::fix);
    json.end();
  }

  private boolean isOpen(TextEdit edit) {
    String text = edit.text();
    return masking.maskSource(edit.location().file(), text).equals(text);
  }

  private void fix(Fix fix) {
    Map<String, List<TextEdit>> files = new LinkedHashMap<>();
    for (TextEdit edit : fix.edits()) {
      String path = edit.location().file().path();
      files.computeIfAbsent(path, each -> new ArrayList<>()).add(edit);
    }
    json.object();
    SarifRules.text(json, "description", masking.mask(fix.title()));
    json.name("artifactChanges").array();
    files.forEach(
        (path, edits) -> {
          json.object();
          artifact(path);
          json.name("replacements").array();
          edits.forEach(this::replacement);
          json.end().end();
        });
    json.end().end();
  }

  private void replacement(TextEdit edit) {
    json.object().name("deletedRegion");
    region(edit.location());
    SarifRules.text(json, "insertedContent", edit.text());
    json.end();
  }

  /// {@return a path as a relative reference}
  private static String uri(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
      }
    }
    return out.toString();
  }
}

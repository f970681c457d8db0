package dev.firedrill.cli.report;

import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Json;
import java.util.List;

/// Files that were met and left alone, as JSON.
public final class SkippedJson {
  private SkippedJson() {}

  /// Writes the member `skipped` of an object: each with its path and what it is.
  public static void write(Json json, List<SkippedFile> files) {
    json.name("skipped").array();
    for (SkippedFile file : files) {
      json.object().name("path").value(file.path());
      json.name("kind").value(file.kind().title()).end();
    }
    json.end();
  }
}

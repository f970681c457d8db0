package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.Utf8;
import java.util.Base64;

/// Strings that may hold bytes which are not UTF-8, as JSON.
final class RawText {
  private RawText() {}

  /// Writes a string, or `{"bytes_base64": ...}` where it is not UTF-8.
  static void write(Json json, String text) {
    if (Utf8.isValid(text)) {
      json.value(text);
    } else {
      json.object();
      json.name("bytes_base64").value(Base64.getEncoder().encodeToString(Utf8.encode(text)));
      json.end();
    }
  }
}

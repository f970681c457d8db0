package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.Utf8;

/// Places in a text counted in bytes of its UTF-8 form, as Prometheus counts them.
final class ByteOffsets {
  private final String text;

  ByteOffsets(String text) {
    this.text = text;
  }

  int of(int unit) {
    return Utf8.byteOffset(text, unit);
  }

  void writeRange(Json json, Span span) {
    json.name("PosRange").array();
    json.value(of(span.start()));
    json.value(of(span.end()));
    json.end();
  }

  void writeEnd(Json json, Span span) {
    json.name("EndPos").value(of(span.end()));
  }
}

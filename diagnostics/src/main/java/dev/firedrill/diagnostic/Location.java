package dev.firedrill.diagnostic;

/// A span of one file.
public record Location(SourceFile file, Span span) {
  /// {@return where the span starts}
  public Position start() {
    return file.position(span.start());
  }

  /// {@return where the span ends, exclusive}
  public Position end() {
    return file.position(span.end());
  }
}

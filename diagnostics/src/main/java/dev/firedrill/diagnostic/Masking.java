package dev.firedrill.diagnostic;

/// Hides secrets in whatever is shown of a file.
@FunctionalInterface
public interface Masking {
  /// Hides nothing.
  Masking NONE = line -> line;

  /// {@return a line, or a message, with its secrets replaced}
  ///
  /// The result has the length of what was given, so that columns stay what they are.
  String mask(String line);
}

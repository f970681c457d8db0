package dev.firedrill.cli.input;

import dev.firedrill.rules.FileKind;
import java.util.Optional;

/// A file that was looked at and left alone, because it is not of the kind that was looked for.
///
/// @param path as it is printed
/// @param kind what it is
public record SkippedFile(String path, FileKind kind) {
  /// {@return what to tell of a file that is of another kind than what was looked for}
  ///
  /// A glob was written for files of one kind, so all others are told of; in a folder only those
  /// that are of use to no command.
  static Optional<SkippedFile> among(InputFile file, FileKind kind) {
    return file.matched() || kind.isForeign()
        ? Optional.of(new SkippedFile(file.shown(), kind))
        : Optional.empty();
  }
}

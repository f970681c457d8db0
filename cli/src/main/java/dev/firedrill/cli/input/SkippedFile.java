package dev.firedrill.cli.input;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.FileKind;
import java.util.Optional;

/// A file that was looked at and left alone, because it is not of the kind that was looked for.
///
/// @param path as it is printed
/// @param kind what it is
public record SkippedFile(String path, FileKind kind) {
  /// The check that is about such files.
  public static final String CHECK = "file/not-rules";

  /// {@return that it must not be skipped, as an error}
  public Diagnostic forbidden() {
    return Diagnostic.error(
        CHECK,
        "skipped, which --fail-on-skipped forbids: " + kind.title(),
        new Location(SourceFile.of(path, ""), Span.at(0)));
  }

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

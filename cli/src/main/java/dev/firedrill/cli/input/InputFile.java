package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to read.
///
/// @param path as it is printed: what the user gave, or below what the user gave; `-` for standard
///     input
/// @param named whether the user named this file, or a glob that matches it; otherwise a search of
///     a folder found it, and it may be something else altogether
/// @param matched whether a glob matches it and nobody named this very file
public record InputFile(String path, boolean named, boolean matched) {
  /// The path that stands for standard input.
  public static final String STANDARD_INPUT = "-";

  /// What standard input is called in messages.
  public static final String STANDARD_INPUT_NAME = "<stdin>";

  /// A file that no glob had to match.
  public InputFile(String path, boolean named) {
    this(path, named, false);
  }

  /// {@return whether the user named this very file, and so means it to be of the kind looked for}
  public boolean insisted() {
    return named && !matched;
  }

  /// {@return whether this is standard input}
  public boolean isStandardInput() {
    return path.equals(STANDARD_INPUT);
  }

  /// {@return the path as findings name it: `<stdin>` for standard input}
  public String shown() {
    return isStandardInput() ? STANDARD_INPUT_NAME : path;
  }

  /// {@return where the file is}
  public Path location(Session session) {
    return session.resolve(path);
  }

  /// {@return the text of the file}
  /// @throws CommandException when it cannot be read
  public SourceFile read(Session session) throws IOException {
    if (isStandardInput()) {
      return SourceFile.of(shown(), session.readInput());
    }
    byte[] bytes = Files.readAllBytes(location(session));
    return SourceFile.of(path, ByteText.decode(bytes));
  }
}

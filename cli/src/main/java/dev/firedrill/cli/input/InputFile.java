package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to read.
///
/// @param path as it is printed: what the user gave, or below what the user gave; `-` for standard
///     input
/// @param named whether the user named this very file; otherwise a search found it, and it may be
///     something else altogether
public record InputFile(String path, boolean named) {
  /// The path that stands for standard input.
  public static final String STANDARD_INPUT = "-";

  /// What standard input is called in messages.
  public static final String STANDARD_INPUT_NAME = "<stdin>";

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
    return SourceFile.of(path, new String(bytes, StandardCharsets.UTF_8));
  }
}

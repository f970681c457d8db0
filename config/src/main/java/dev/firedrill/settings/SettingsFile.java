package dev.firedrill.settings;

import dev.firedrill.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A settings file and what it says.
///
/// @param folder what the file's paths are relative to
public record SettingsFile(SourceFile source, Path folder, Settings settings) {
  /// What the file is called.
  public static final String NAME = ".firedrill.yml";

  /// {@return the nearest settings file: in a folder or in one above it}
  public static Optional<Path> find(Path start) {
    Path folder = start.toAbsolutePath().normalize();
    while (folder != null) {
      Path file = folder.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}

package dev.firedrill.settings;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A settings file and what it says.
///
/// @param folder what the file's paths are relative to
public record SettingsFile(SourceFile source, Path folder, Settings settings) {
  /// What the file is called.
  public static final String NAME = ".firedrill.yml";

  /// {@return the files that an environment names and that are not there}
  ///
  /// @param name of the environment
  public List<Diagnostic> missing(String name) {
    List<Diagnostic> missing = new ArrayList<>();
    Environment environment = settings.environments().get(name);
    if (environment != null) {
      missing(name, "prometheus", environment.prometheus()).ifPresent(missing::add);
      missing(name, "env_file", environment.envFile()).ifPresent(missing::add);
    }
    return missing;
  }

  private Optional<Diagnostic> missing(String environment, String key, @Nullable String file) {
    return file == null || Files.exists(folder.resolve(file))
        ? Optional.empty()
        : Optional.of(
            SettingsPlace.absent(
                file, SettingsPlace.of(source, -1, "environments", environment, key)));
  }

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

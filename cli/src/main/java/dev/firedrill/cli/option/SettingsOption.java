package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `--config`: which settings file holds.
public final class SettingsOption {
  private final Value file;

  /// Declares the option.
  public SettingsOption(Options options) {
    file =
        options.value("--config", "FILE", "settings (default: nearest " + SettingsFile.NAME + ")");
  }

  /// {@return the settings file that was named, else the nearest one at or above the working
  ///     directory}
  public Optional<SettingsFile> read(Session session) throws IOException {
    Optional<String> named = file.get();
    if (named.isEmpty()) {
      return Stacks.settings(session, session.directory());
    }
    Path path = session.resolve(named.get());
    if (!Files.isRegularFile(path)) {
      throw new CommandException(named.get() + ": no such file");
    }
    return Optional.of(Stacks.read(session, path));
  }
}

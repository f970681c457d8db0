package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.SettingsReader;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The stacks that the settings name.
public final class Stacks {
  private Stacks() {}

  /// {@return the nearest settings file at or above a folder; empty where there is none}
  /// @throws RejectedException when it has errors
  public static Optional<SettingsFile> settings(Session session, Path folder) throws IOException {
    Optional<Path> found = SettingsFile.find(folder);
    return found.isEmpty() ? Optional.empty() : Optional.of(read(session, found.get()));
  }

  /// {@return a settings file}
  /// @throws RejectedException when it has errors
  public static SettingsFile read(Session session, Path file) throws IOException {
    String text = ByteText.decode(Files.readAllBytes(file));
    SourceFile source = SourceFile.of(shown(session, file), text);
    Path folder = file.toAbsolutePath().normalize().resolveSibling("").normalize();
    Loaded<SettingsFile> loaded = SettingsReader.read(source, folder);
    SettingsFile settings = loaded.value();
    if (settings == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return settings;
  }

  /// {@return the stacks of a settings file, in its order, as far as their files are there}
  public static List<StackFiles> present(SettingsFile settings) {
    List<StackFiles> stacks = new ArrayList<>();
    for (String name : settings.settings().stacks().keySet()) {
      StackFiles.find(settings, name).get().ifPresent(stacks::add);
    }
    return stacks;
  }

  /// {@return the files that some settings name of stacks and that are not there}
  public static List<Diagnostic> missing(SettingsFile settings, List<StackFiles> stacks) {
    List<Diagnostic> missing = new ArrayList<>();
    for (StackFiles stack : stacks) {
      missing.addAll(errors(StackFiles.find(settings, stack.name()).diagnostics()));
    }
    return missing;
  }

  /// {@return a stack of a settings file}
  /// @throws RejectedException when a file that it names is not there
  public static StackFiles whole(SettingsFile settings, String name) {
    Loaded<StackFiles> loaded = StackFiles.find(settings, name);
    return loaded
        .get()
        .filter(stack -> !loaded.failed())
        .orElseThrow(() -> new RejectedException(errors(loaded.diagnostics())));
  }

  private static List<Diagnostic> errors(List<Diagnostic> all) {
    return all.stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  /// {@return the files of one part of some stacks, as they are printed}
  ///
  /// @throws RejectedException when none matches what the settings say of a stack
  public static List<String> wanted(
      Session session, SettingsFile settings, List<StackFiles> stacks, StackPart part) {
    List<Diagnostic> missing = new ArrayList<>();
    for (StackFiles stack : stacks) {
      if (part.files(stack).isEmpty()) {
        for (Diagnostic each : StackFiles.missing(settings, stack.name(), part)) {
          missing.add(each.withSeverity(Severity.ERROR));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new RejectedException(missing);
    }
    return files(session, stacks, part::files);
  }

  /// {@return files of some stacks, as they are printed}
  /// @param part which files of a stack
  public static List<String> files(
      Session session, List<StackFiles> stacks, Function<StackFiles, List<Path>> part) {
    List<String> files = new ArrayList<>();
    for (StackFiles stack : stacks) {
      part.apply(stack).forEach(file -> files.add(shown(session, file)));
    }
    return files;
  }

  /// {@return the Alertmanager configuration of the only stack that has one, as it is printed}
  ///
  /// @param stacks those there are to choose from
  /// @throws CommandException when there is none, or more than one
  public static String alertmanager(Session session, List<StackFiles> stacks) {
    List<String> found = new ArrayList<>();
    for (StackFiles stack : stacks) {
      Path file = stack.alertmanager();
      if (file != null) {
        found.add(shown(session, file));
      }
    }
    if (found.isEmpty() && Files.exists(session.resolve("alertmanager.yml"))) {
      found.add("alertmanager.yml");
    }
    if (found.size() != 1) {
      throw new CommandException(
          found.isEmpty()
              ? "no Alertmanager configuration: give one by --alertmanager FILE"
              : "several Alertmanager configurations: choose one of "
                  + String.join(", ", found)
                  + " by --alertmanager FILE, or their stack by --stack NAME");
    }
    return found.getFirst();
  }

  /// {@return a path as it is printed: relative to the working directory if it is below the
  ///     session's root}
  public static String shown(Session session, Path file) {
    Path here = session.directory().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(session.root().toAbsolutePath().normalize())
        ? here.relativize(absolute).toString()
        : file.toString();
  }
}

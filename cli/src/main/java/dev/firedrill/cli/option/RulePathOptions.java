package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which rule files a command reads, and by which syntax.
public final class RulePathOptions {
  private static final String PATHS =
      "files, folders, globs, or - (default: the settings' rules, or this folder)";

  private final Values paths;
  private final RuleReadingOptions reading;
  private final Value nameValidation;

  /// Declares the arguments and options.
  public RulePathOptions(Options options) {
    this(options, options.arguments("[PATH...]", PATHS));
  }

  /// Declares the options, where the files are an option too: `--rules`.
  public static RulePathOptions named(Options options) {
    return new RulePathOptions(options, options.values("--rules", "PATH", PATHS));
  }

  private RulePathOptions(Options options, Values paths) {
    this.paths = paths;
    reading = new RuleReadingOptions(options);
    nameValidation =
        options.value(
            "--name-validation",
            "utf8|legacy",
            "which names are valid (default: utf8; legacy: as in Prometheus 2)");
  }

  /// {@return whether any were named}
  public boolean given() {
    return !paths.get().isEmpty();
  }

  /// {@return the rule files that were asked for}
  public RuleInputs read(Session session) throws IOException {
    return read(session, options());
  }

  /// {@return the rule files that were asked for, read in another way than asked for}
  public RuleInputs read(Session session, RuleFileOptions options) throws IOException {
    return RuleInputs.read(session, PathSelection.of(session, paths(session)), options);
  }

  /// {@return whether standard input is among them}
  public boolean standardInput() {
    return paths.get().contains(InputFile.STANDARD_INPUT);
  }

  private List<String> paths(Session session) throws IOException {
    List<String> given = paths.get();
    if (!given.isEmpty()) {
      return given;
    }
    List<String> found = new ArrayList<>();
    Optional<SettingsFile> settings = Stacks.settings(session, session.directory());
    if (settings.isPresent()) {
      for (StackFiles stack : Stacks.of(settings.get())) {
        for (Path file : stack.rules()) {
          found.add(Stacks.shown(session, file));
        }
      }
    }
    return found.isEmpty() ? List.of(".") : found;
  }

  /// {@return how rule files are read}
  public RuleFileOptions options() {
    return reading.options().withLegacyNames(legacyNames());
  }

  private boolean legacyNames() {
    String scheme = nameValidation.get().orElse("utf8");
    return switch (scheme) {
      case "utf8" -> false;
      case "legacy" -> true;
      default ->
          throw new UsageException(
              "unknown name validation '" + scheme + "': expected utf8 or legacy");
    };
  }
}

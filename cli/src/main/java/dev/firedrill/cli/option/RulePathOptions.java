package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Which rule files a command reads, and by which syntax.
public final class RulePathOptions {
  private static final String PATHS =
      "files, folders, globs, or - (default: the settings' rules, or this folder)";

  private final ProjectOptions project;
  private final Values paths;
  private final RuleReadingOptions reading;
  private final Value nameValidation;
  private final Flag skipOthers;
  private final WorkersOption workers;

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
    project = ProjectOptions.of(options);
    reading = new RuleReadingOptions(options);
    nameValidation =
        options.value(
            "--name-validation",
            "utf8|legacy",
            "which names are valid (default: utf8; legacy: as in Prometheus 2)");
    workers = WorkersOption.of(options);
    skipOthers = options.flag("--skip-others", "leave out files that hold no rules, even if named");
    options.whenParsed(this::legacyNames);
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
    Optional<SettingsFile> settings =
        paths.get().isEmpty() ? project.settings(session) : Optional.empty();
    return read(Scene.of(session), settings, options);
  }

  /// Reads the rules to be replayed: an alert that is not in a file yet, and the files that were
  /// asked for, by default only where there is no such alert.
  ///
  /// @param into get added here
  /// @return the files, and what was met beside them
  public RuleInputs read(Session session, InlineRuleOptions inline, List<RuleFile> into)
      throws IOException {
    inline.file(options()).ifPresent(into::add);
    if (!into.isEmpty() && !given()) {
      return new RuleInputs(List.of(), List.of(), List.of());
    }
    RuleInputs inputs = read(session);
    into.addAll(RuleReplay.valid(session, inputs));
    return inputs;
  }

  /// {@return whether standard input is among them}
  public boolean standardInput() {
    return paths.get().contains(InputFile.STANDARD_INPUT);
  }

  /// {@return the rule files that were asked for, read in another way than asked for}
  ///
  /// @param settings those of now, which name the stacks where no path is given
  public RuleInputs read(Scene scene, Optional<SettingsFile> settings, RuleFileOptions options)
      throws IOException {
    List<String> wanted = paths(scene, settings);
    List<InputFile> files = scene.select(wanted);
    if (skipOthers.given()) {
      files = files.stream().map(file -> new InputFile(file.path(), false)).toList();
    }
    RuleInputs inputs = RuleInputs.read(scene.session(), files, options, workers.count());
    return skipOthers.given() ? inputs.withoutOthers() : inputs;
  }

  private List<String> paths(Scene scene, Optional<SettingsFile> settings) {
    List<String> given = paths.get();
    if (!given.isEmpty()) {
      return given;
    }
    List<String> found = project.files(scene, settings, StackPart.RULES);
    return found.isEmpty() ? List.of(".") : found;
  }

  /// {@return how rule files are read}
  public RuleFileOptions options() {
    RuleFileOptions options = reading.options();
    return legacyNames() ? options.withLegacyNames(true) : options;
  }

  /// {@return how rules are evaluated}
  public EngineOptions engine() {
    return reading.engine();
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

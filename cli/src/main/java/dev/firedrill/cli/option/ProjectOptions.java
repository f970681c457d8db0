package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.settings.Environment;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.settings.StackPart;
import dev.firedrill.variable.VariableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which project a command works on, and under which circumstances: `--config`, `--stack`, `--env`,
/// `--env-file`.
///
/// Other groups of options build on it; it is declared once for a command, however many do.
public final class ProjectOptions {
  private final Value config;
  private final Value stack;
  private final Value environment;
  private final Value variables;

  // Where the search for settings starts; null for the working directory.
  private @Nullable String folder;

  private ProjectOptions(Options options) {
    config =
        options.value("--config", "FILE", "settings (default: nearest " + SettingsFile.NAME + ")");
    stack = options.value("--stack", "NAME", "only this stack of the settings");
    environment =
        options.value("--env", "NAME", "the circumstances that the settings know by this name");
    variables =
        options.value(
            "--env-file", "FILE", "NAME=value lines: values for ${NAME}, over the environment's");
  }

  /// {@return the options of a command, declared where they were not yet}
  public static ProjectOptions of(Options options) {
    return options.shared(ProjectOptions.class, ProjectOptions::new);
  }

  /// Has settings looked for from a folder upward.
  public void in(String other) {
    folder = other;
  }

  /// {@return the settings file that was named, else the nearest one at or above the working
  ///     directory or the folder set by [#in]}
  public Optional<SettingsFile> settings(Session session) throws IOException {
    Optional<String> named = config.get();
    if (named.isEmpty()) {
      String start = folder;
      return Stacks.settings(session, session.resolve(start == null ? "" : start));
    }
    Path path = session.resolve(named.get());
    if (!Files.exists(path)) {
      throw new CommandException(named.get() + ": no such file");
    }
    if (Files.isDirectory(path)) {
      throw new CommandException(
          named.get() + ": is a folder; settings are a file such as " + SettingsFile.NAME);
    }
    return Optional.of(Stacks.read(session, path));
  }

  /// {@return whether the settings file was named}
  public boolean settingsNamed() {
    return config.get().isPresent();
  }

  /// {@return the name of the only stack wanted}
  public Optional<String> stackName() {
    return stack.get();
  }

  /// {@return the stacks of the settings; the one that was asked for, where one was}
  /// @throws UsageException when the settings know no stack of that name
  public List<StackFiles> stacks(Session session) throws IOException {
    return stacks(Scene.of(session), settings(session));
  }

  /// {@return the stacks of some settings; the one that was asked for, where one was}
  ///
  /// @param scene in which files that the settings name may be missing when it is past
  /// @param settings those of now
  /// @throws UsageException when the settings know no stack of that name
  /// @throws RejectedException when a file that the settings name is not there
  public List<StackFiles> stacks(Scene scene, Optional<SettingsFile> settings) {
    SettingsFile file = scene.settings(settings).orElse(null);
    List<StackFiles> stacks = new ArrayList<>();
    for (String name : names(settings)) {
      if (file != null) {
        stacks.add(
            scene.past()
                ? former(scene, file, settings.orElse(file), name)
                : Stacks.whole(file, name));
      }
    }
    return stacks;
  }

  /// {@return the stacks as a version's own settings name them; as those of now do where the
  ///     version
  ///     has none, or none that can be read}
  ///
  /// @param settings those of now
  /// @throws UsageException when the settings of now know no stack of the name asked for
  public List<StackFiles> ownStacks(Scene scene, Optional<SettingsFile> settings)
      throws IOException {
    SettingsFile own = ownSettings(scene, settings).orElse(null);
    if (own == null) {
      return stacks(scene, settings);
    }
    List<String> names = names(settings);
    boolean all = stack.get().isEmpty();
    return Stacks.present(own).stream().filter(each -> all || names.contains(each.name())).toList();
  }

  /// {@return the settings of a version, where they are others than those of now}
  ///
  /// @param settings those of now
  public Optional<SettingsFile> ownSettings(Scene scene, Optional<SettingsFile> settings)
      throws IOException {
    SettingsFile now = settings.orElse(null);
    if (now == null || !scene.past()) {
      return Optional.empty();
    }
    Optional<Path> file = scene.former(scene.now().resolve(now.source().path()));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      SettingsFile own = Stacks.read(scene.session(), file.get());
      return Optional.of(own).filter(each -> !each.source().text().equals(now.source().text()));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }

  // The settings are those of now, and so are the names in them. What another stack had then is
  // not followed: it has moved from there.
  private static StackFiles former(Scene scene, SettingsFile then, SettingsFile now, String name) {
    StackFiles stack = StackFiles.find(then, name).get().orElseThrow();
    Set<Path> elsewhere = new HashSet<>();
    for (StackFiles other : Stacks.present(then)) {
      elsewhere.addAll(other.name().equals(name) ? List.of() : other.rules());
    }
    return stack.with(
        StackFiles.find(now, name).get().orElseThrow(),
        file -> scene.former(file).filter(old -> !elsewhere.contains(old)));
  }

  /// {@return the stacks of some settings, as far as their files are there; the one that was asked
  ///     for, where one was}
  /// @throws UsageException when the settings know no stack of that name
  public List<StackFiles> present(SettingsFile settings) {
    List<String> names = names(Optional.of(settings));
    return Stacks.present(settings).stream().filter(each -> names.contains(each.name())).toList();
  }

  private List<String> names(Optional<SettingsFile> settings) {
    List<String> known =
        settings.map(file -> List.copyOf(file.settings().stacks().keySet())).orElse(List.of());
    if (stack.get().isEmpty()) {
      return known;
    }
    String wanted = stack.required();
    if (!known.contains(wanted)) {
      throw unknown("stack", wanted, known);
    }
    return List.of(wanted);
  }

  /// {@return files of the stacks, as they are printed; none where the settings name none}
  ///
  /// @param settings those of now
  /// @throws RejectedException when nothing matches what the settings say of a stack
  public List<String> files(Scene scene, Optional<SettingsFile> settings, StackPart part) {
    List<StackFiles> stacks = stacks(scene, settings);
    return settings.isEmpty() || scene.past()
        ? Stacks.files(scene.session(), stacks, part::files)
        : Stacks.wanted(scene.session(), settings.get(), stacks, part);
  }

  /// {@return files of the stacks, as they are printed; none where the settings name none}
  /// @throws RejectedException when nothing matches what the settings say of a stack
  public List<String> files(Session session, StackPart part) throws IOException {
    return files(Scene.of(session), settings(session), part);
  }

  /// {@return the stack that some rules belong to: the one asked for, else the first that has any
  ///     of them}
  ///
  /// @param rules paths of rule files; empty where the settings choose the rules
  public Optional<StackFiles> stackOf(Session session, Collection<String> rules)
      throws IOException {
    List<StackFiles> stacks = stacks(session);
    if (stack.get().isPresent() || (rules.isEmpty() && stacks.size() == 1)) {
      return stacks.stream().findFirst();
    }
    for (StackFiles each : stacks) {
      for (String path : rules) {
        if (each.rules().contains(session.resolve(path).toAbsolutePath().normalize())) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the stacks that some rules belong to: the one asked for, else all that have any of
  ///     them}
  ///
  /// @param rules paths of rule files; empty where the settings choose the rules
  public List<StackFiles> stacksOf(Session session, Collection<String> rules) throws IOException {
    List<StackFiles> stacks = stacks(session);
    if (stack.get().isPresent() || rules.isEmpty()) {
      return stacks;
    }
    List<Path> files =
        rules.stream().map(path -> session.resolve(path).toAbsolutePath().normalize()).toList();
    return stacks.stream().filter(each -> files.stream().anyMatch(each.rules()::contains)).toList();
  }

  /// {@return the stack that all of some rules belong to: the one asked for, else the first that
  ///     has
  ///     them}
  ///
  /// @param rules paths of rule files; empty where the settings choose the rules
  public Optional<StackFiles> stackOfAll(Session session, Collection<String> rules)
      throws IOException {
    Optional<StackFiles> found = stackOf(session, rules);
    return stack.get().isPresent()
        ? found
        : found.filter(
            each ->
                rules.stream()
                    .map(path -> session.resolve(path).toAbsolutePath().normalize())
                    .allMatch(each.rules()::contains));
  }

  /// {@return the circumstances that `--env` names; empty where it is not given}
  /// @throws UsageException when the settings know none of that name
  /// @throws RejectedException when a file that it names is not there
  public Optional<Environment> environment(Session session) throws IOException {
    if (environment.get().isEmpty()) {
      return Optional.empty();
    }
    String wanted = environment.required();
    Optional<SettingsFile> settings = settings(session);
    Map<String, Environment> known =
        settings.map(file -> file.settings().environments()).orElse(Map.of());
    Environment found = known.get(wanted);
    if (found == null) {
      throw unknown("environment", wanted, List.copyOf(known.keySet()));
    }
    List<Diagnostic> missing = settings.map(file -> file.missing(wanted)).orElse(List.of());
    if (!missing.isEmpty()) {
      throw new RejectedException(missing);
    }
    return Optional.of(found);
  }

  /// {@return prometheus.yml of the environment, as it is printed}
  Optional<String> environmentPrometheus(Session session) throws IOException {
    Environment chosen = environment(session).orElse(null);
    return chosen == null ? Optional.empty() : besideSettings(session, chosen.prometheus());
  }

  private Optional<String> besideSettings(Session session, @Nullable String path)
      throws IOException {
    SettingsFile file = settings(session).orElse(null);
    return path == null || file == null
        ? Optional.empty()
        : Optional.of(Stacks.shown(session, file.folder().resolve(path)));
  }

  /// {@return values for `${NAME}`: those of the process's environment, over them those of `--env`,
  ///     and over them those of `--env-file`}
  /// @throws RejectedException when a file of them has errors
  public Map<String, String> variables(Session session) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(System.getenv());
    Environment chosen = environment(session).orElse(null);
    if (chosen != null) {
      Optional<String> file = besideSettings(session, chosen.envFile());
      if (file.isPresent()) {
        values.putAll(variables(session, file.get()));
      }
    }
    if (variables.get().isPresent()) {
      values.putAll(variables(session, variables.required()));
    }
    return values;
  }

  private static Map<String, String> variables(Session session, String path) throws IOException {
    Loaded<Map<String, String>> loaded = VariableFile.read(new InputFile(path, true).read(session));
    Map<String, String> values = loaded.value();
    if (values == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return values;
  }

  private static UsageException unknown(String what, String name, List<String> known) {
    String hint =
        known.isEmpty()
            ? "the settings name none"
            : Spelling.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("the settings know " + String.join(", ", known));
    return new UsageException("unknown " + what + " '" + name + "': " + hint);
  }
}

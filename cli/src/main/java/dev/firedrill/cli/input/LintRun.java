package dev.firedrill.cli.input;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.Server;
import dev.firedrill.lint.SettingsMapping;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lints rule files. The rules that the same Prometheus loads are read as context; findings are
/// those of the files given.
public final class LintRun {
  private final Session session;
  private final RuleFileOptions options;
  private final ScopedSettings settings;
  private final @Nullable Server server;
  private final @Nullable OnlineLint online;
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final List<RuleSet> ruleSets = new ArrayList<>();

  /// A run.
  ///
  /// @param options how rule files are read
  /// @param settings which checks run where
  /// @param server what the rules run on; null to take it from their stack
  public LintRun(
      Session session, RuleFileOptions options, ScopedSettings settings, @Nullable Server server) {
    this(session, options, settings, server, null);
  }

  /// A run that may ask a server.
  ///
  /// @param options how rule files are read
  /// @param settings which checks run where
  /// @param server what the rules run on; null to take it from their stack
  /// @param online asks; null where there is nobody to be asked
  public LintRun(
      Session session,
      RuleFileOptions options,
      ScopedSettings settings,
      @Nullable Server server,
      @Nullable OnlineLint online) {
    this.online = online;
    this.session = session;
    this.options = options;
    this.settings = settings;
    this.server = server;
  }

  /// {@return what a settings file says about checks; what holds by default where there is none}
  /// @throws RejectedException when it names checks or parameters that do not exist
  public static ScopedSettings settings(Session session, Optional<SettingsFile> file) {
    if (file.isEmpty()) {
      return ScopedSettings.DEFAULT;
    }
    Path folder = file.get().folder();
    Loaded<ScopedSettings> loaded =
        SettingsMapping.of(
            file.get(),
            Checks.all(),
            path -> {
              Path absolute = session.resolve(path).toAbsolutePath().normalize();
              return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : path;
            });
    ScopedSettings settings = loaded.value();
    if (settings == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return settings;
  }

  /// {@return what the checks find in some files}
  ///
  /// @param file the settings that name the stacks
  public List<Diagnostic> lint(RuleInputs inputs, Optional<SettingsFile> file) throws IOException {
    Set<RuleFile> rest = Collections.newSetFromMap(new IdentityHashMap<>());
    List<RuleFile> given = inputs.files();
    rest.addAll(given);
    if (file.isPresent()) {
      for (StackFiles stack : Stacks.of(file.get())) {
        lint(given, stack, rest);
      }
    }
    lint(given.stream().filter(rest::contains).toList(), Server.UNKNOWN, given);
    return List.copyOf(found);
  }

  /// {@return the rules that were linted, a set for each Prometheus, the context included}
  public List<RuleSet> ruleSets() {
    return List.copyOf(ruleSets);
  }

  /// {@return what the checks find in all rule files of one Prometheus}
  ///
  /// @param prometheus its configuration; null where there is none
  public List<Diagnostic> lintStack(RuleInputs inputs, @Nullable Path prometheus)
      throws IOException {
    lint(inputs.files(), server(prometheus), inputs.files());
    return List.copyOf(found);
  }

  private void lint(List<RuleFile> given, StackFiles stack, Set<RuleFile> rest) throws IOException {
    Set<Path> paths = new LinkedHashSet<>(stack.rules());
    List<RuleFile> own = new ArrayList<>();
    for (RuleFile file : given) {
      if (paths.remove(session.resolve(file.source().path()).toAbsolutePath().normalize())) {
        own.add(file);
      }
    }
    if (own.isEmpty()) {
      return;
    }
    rest.removeAll(own);
    List<RuleFile> all = new ArrayList<>(own);
    List<InputFile> others = new ArrayList<>();
    for (Path path : paths) {
      others.add(new InputFile(Stacks.shown(session, path), true));
    }
    all.addAll(RuleInputs.read(session, others, options).withoutForeign().files());
    lint(all, server(stack.prometheus()), own);
  }

  private void lint(List<RuleFile> rules, Server assumed, List<RuleFile> reported) {
    Server given = server;
    OnlineLint asks = online;
    MetricTypes types = asks == null ? MetricTypes.UNKNOWN : asks.types();
    RuleSet set = new RuleSet(rules, given == null ? assumed : given, types);
    ruleSets.add(set);
    add(new Linter(Checks.all(), settings).lint(set), reported);
    if (asks != null) {
      add(asks.lint(set, settings), reported);
    }
  }

  private void add(List<Diagnostic> diagnostics, List<RuleFile> reported) {
    Set<SourceFile> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RuleFile file : reported) {
      sources.add(file.source());
    }
    for (Diagnostic diagnostic : diagnostics) {
      if (sources.contains(diagnostic.location().file())) {
        found.add(diagnostic);
      }
    }
  }

  // A configuration with errors has its own commands; the rules are linted without it.
  private Server server(@Nullable Path prometheus) throws IOException {
    if (prometheus == null) {
      return Server.UNKNOWN;
    }
    InputFile file = new InputFile(Stacks.shown(session, prometheus), true);
    Loaded<PrometheusConfig> loaded = PrometheusReader.read(file.read(session), Map.of());
    PrometheusConfig config = loaded.value();
    return config == null || loaded.failed() ? Server.UNKNOWN : Server.of(config);
  }
}

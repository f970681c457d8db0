package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.SettingsMapping;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
  private final ServerSource servers;
  private final @Nullable OnlineLint online;

  // A file may belong to several stacks, and a rule stand in several places by an alias.
  private @Nullable Path alertmanager;
  private boolean templates;
  private int workers = InParallel.defaultWorkers();
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final List<RuleSet> ruleSets = new ArrayList<>();
  private final List<RuleFile> configurations = new ArrayList<>();

  /// A run.
  ///
  /// @param options how rule files are read
  /// @param settings which checks run where
  /// @param servers what the rules run on
  public LintRun(
      Session session, RuleFileOptions options, ScopedSettings settings, ServerSource servers) {
    this(session, options, settings, servers, null);
  }

  /// A run that may ask a server.
  ///
  /// @param options how rule files are read
  /// @param settings which checks run where
  /// @param servers what the rules run on
  /// @param online asks; null where there is nobody to be asked
  public LintRun(
      Session session,
      RuleFileOptions options,
      ScopedSettings settings,
      ServerSource servers,
      @Nullable OnlineLint online) {
    this.online = online;
    this.session = session;
    this.options = options;
    this.settings = settings;
    this.servers = servers;
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
            Checks.infos(),
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

  /// {@return this, with the checks of the way to receivers, too}
  ///
  /// @param file Alertmanager's configuration
  public LintRun withRoutes(Path file) {
    alertmanager = file;
    return this;
  }

  /// {@return this, with another number of threads}
  public LintRun withWorkers(int count) {
    workers = count;
    return this;
  }

  /// {@return this, with the files of notification templates that the configuration names, too}
  public LintRun withTemplates() {
    templates = true;
    return this;
  }

  private StackConfiguration configuration(@Nullable StackFiles stack, List<RuleFile> rules)
      throws IOException {
    List<String> paths = rules.stream().map(file -> file.source().path()).toList();
    StackConfiguration read = new StackConfiguration(session, servers, stack, alertmanager, paths);
    return templates ? read.withTemplates() : read;
  }

  // Routes have a command of their own; here they come in where they are asked for.
  private List<Check> checks() {
    return alertmanager == null
        ? Checks.all().stream().filter(check -> !(check instanceof RoutingCheck)).toList()
        : Checks.all();
  }

  /// {@return what the checks find in some files}
  ///
  /// @param stacks those that the files may belong to
  public List<Diagnostic> lint(RuleInputs inputs, List<StackFiles> stacks) throws IOException {
    Set<RuleFile> rest = Collections.newSetFromMap(new IdentityHashMap<>());
    List<RuleFile> given = inputs.files();
    rest.addAll(given);
    for (StackFiles stack : stacks) {
      lint(given, stack, rest);
    }
    List<RuleFile> left = given.stream().filter(rest::contains).toList();
    if (!left.isEmpty() || given.isEmpty()) {
      lint(left, configuration(null, left), given, true);
    }
    return List.copyOf(found);
  }

  /// {@return the configuration files that were linted along, as files without rules}
  public List<RuleFile> configurations() {
    return List.copyOf(configurations);
  }

  /// {@return the rules that were linted, a set for each Prometheus, the context included}
  public List<RuleSet> ruleSets() {
    return List.copyOf(ruleSets);
  }

  /// {@return the Alertmanager configurations that were linted with the rules, each once}
  public List<AlertmanagerConfig> alertmanagers() {
    Map<String, AlertmanagerConfig> configs = new LinkedHashMap<>();
    for (RuleSet rules : ruleSets) {
      AlertmanagerConfig config = rules.deployment().alertmanager();
      if (alertmanager != null && config != null) {
        configs.putIfAbsent(config.source().path(), config);
      }
    }
    return List.copyOf(configs.values());
  }

  /// {@return what the checks find in all rule files of one Prometheus}
  public List<Diagnostic> lintStack(RuleInputs inputs, StackFiles stack) throws IOException {
    lint(inputs.files(), configuration(stack, inputs.files()), inputs.files(), true);
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
    all.addAll(RuleInputs.read(session, others, options, workers).withoutForeign().files());
    lint(all, configuration(stack, all), own, others.isEmpty());
  }

  // Findings are those of the files given; the configuration's where all of its rules are given.
  private void lint(
      List<RuleFile> rules,
      StackConfiguration configuration,
      List<RuleFile> reported,
      boolean whole)
      throws IOException {
    OnlineLint asks = online;
    MetricTypes types = asks == null ? MetricTypes.UNKNOWN : asks.types();
    Deployment own = configuration.deployment();
    Deployment deployment = asks == null ? own : asks.deployment(own);
    RuleSet set = new RuleSet(rules, configuration.server(), types, deployment);
    ruleSets.add(set);
    Set<SourceFile> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RuleFile file : reported) {
      sources.add(file.source());
    }
    if (whole || servers.given() || alertmanager != null) {
      sources.addAll(configuration.sources());
      configuration
          .loading()
          .forEach(source -> configurations.add(new RuleFile(source, List.of())));
    }
    add(new Linter(checks(), settings, workers).lint(set), sources);
    if (asks != null) {
      add(asks.lint(set, settings), sources);
    }
  }

  private void add(List<Diagnostic> diagnostics, Set<SourceFile> sources) {
    for (Diagnostic diagnostic : diagnostics) {
      if (sources.contains(diagnostic.location().file())) {
        found.add(diagnostic);
      }
    }
  }
}

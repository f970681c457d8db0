package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The stack that is rehearsed, read as its parts need it.
///
/// @param own the settings given; empty for those that lie beside the stack
/// @param told what its parts have told
record Rehearsed(
    Session session,
    StackFiles files,
    Optional<SettingsFile> own,
    RehearsalOptions options,
    ToldFindings told) {

  ServerSource servers() {
    return options.servers();
  }

  TextStyle style() {
    return options.style();
  }

  boolean fails(List<Diagnostic> found) {
    return found.stream().anyMatch(options.failures()::fails);
  }

  /// {@return a part that cannot be rehearsed as long as files have errors, which are told once}
  Section impossible(String title, RejectedException rejected) {
    List<Diagnostic> found = rejected.diagnostics();
    List<Diagnostic> news = told.news(found);
    String file = found.getFirst().location().file().path();
    Section section =
        new Section(
            title,
            fails(found) ? Outcome.FAILED : Outcome.MISSING,
            "impossible: " + file + " has errors",
            news.isEmpty() ? List.of() : List.of(new DiagnosticText(style()).render(news)));
    return news.isEmpty() ? section : section.withReports(PartReports.refused(news));
  }

  /// {@return the rules on their server, ready to be replayed}
  RuleReplay replay() throws IOException {
    return RuleReplay.of(server(), 0).with(options.engine());
  }

  /// {@return files as commands take them}
  List<InputFile> inputs(List<Path> paths) {
    List<InputFile> inputs = new ArrayList<>();
    for (Path path : paths) {
      inputs.add(new InputFile(Stacks.shown(session, path), true));
    }
    return inputs;
  }

  /// {@return the rules}
  /// @throws dev.firedrill.cli.console.RejectedException when Prometheus would refuse a file
  List<RuleFile> rules() throws IOException {
    return files.rules().isEmpty()
        ? List.of()
        : RuleReplay.valid(
            session, RuleInputs.read(session, inputs(files.rules()), options.reading()));
  }

  KnownServer server() throws IOException {
    return servers().told(session, files.prometheus());
  }

  /// {@return Alertmanager's configuration, variables filled in}
  Loaded<AlertmanagerConfig> alertmanager(Path file) throws IOException {
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(servers().variables(session));
    InputFile input = new InputFile(Stacks.shown(session, file), true);
    return AlertmanagerReader.read(input.read(session), filled).loaded();
  }

  /// {@return the templates that a configuration names; where none of its patterns matches a file
  ///     here, those of the stack}
  NotificationTemplateFiles templates(AlertmanagerConfig config) throws IOException {
    NotificationTemplateFiles templates = new NotificationTemplateFiles(session);
    templates.add(config, files);
    return templates;
  }

  /// {@return which checks run where}
  ScopedSettings settings(@Nullable Path beside) throws IOException {
    Optional<SettingsFile> file =
        own.isPresent() || beside == null
            ? own
            : Stacks.settings(session, beside.toAbsolutePath().resolveSibling(""));
    return LintRun.settings(session, file);
  }

  /// {@return the test files of some kinds}
  List<InputFile> tests(Predicate<FileKind> wanted) throws IOException {
    List<InputFile> tests = new ArrayList<>();
    for (InputFile file : inputs(files.tests())) {
      if (wanted.test(FileKind.likely(Yaml.read(file.read(session), YamlDialect.GO_V3)))) {
        tests.add(file);
      }
    }
    return tests;
  }
}

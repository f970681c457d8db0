package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.test.RouteTest;
import dev.firedrill.alertmanager.test.RouteTestFile;
import dev.firedrill.alertmanager.test.RouteTestReader;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FileNames;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.FileKind;
import dev.firedrill.settings.PathMap;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Files of route tests, run against the configurations they name.
///
/// @param results of each test, in the order of the files
/// @param diagnostics what is wrong with the files themselves, and with configurations that
///     Alertmanager would refuse; their tests are not run
/// @param skipped files that are something else
public record RouteTestRun(
    List<RouteTestResult> results, List<Diagnostic> diagnostics, List<SkippedFile> skipped) {
  public RouteTestRun {
    results = List.copyOf(results);
    skipped = List.copyOf(skipped);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Runs all tests of the files. Files that nobody named are skipped where they hold something
  /// else.
  ///
  /// @param variables values for `${NAME}` in the configurations
  public static RouteTestRun of(
      Session session, List<InputFile> files, Map<String, String> variables) throws IOException {
    return of(session, files, name -> true, variables);
  }

  /// Runs tests of the files.
  ///
  /// @param wanted chooses them by their names
  /// @param variables values for `${NAME}` in the configurations
  public static RouteTestRun of(
      Session session,
      List<InputFile> files,
      Predicate<String> wanted,
      Map<String, String> variables)
      throws IOException {
    List<RouteTestResult> results = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (InputFile file : files) {
      SourceFile source = file.read(session);
      FileKind kind = FileKind.likely(Yaml.read(source, YamlDialect.GO_V3));
      if (!file.insisted() && kind != FileKind.ROUTE_TESTS) {
        SkippedFile.among(file, kind).ifPresent(skipped::add);
        continue;
      }
      Loaded<RouteTestFile> loaded = RouteTestReader.read(source);
      diagnostics.addAll(loaded.diagnostics());
      RouteTestFile tests = loaded.value();
      if (tests == null || loaded.failed()) {
        continue;
      }
      Loaded<AlertmanagerConfig> config = config(session, file, tests, variables);
      AlertmanagerConfig tested = config.value();
      if (tested == null || config.failed()) {
        diagnostics.addAll(config.diagnostics());
        continue;
      }
      // Where a test file names its templates, messages must be fit to send.
      boolean strict = !tests.templates().isEmpty();
      NotificationTemplates templates;
      try {
        templates = templates(session, file, tests, tested);
      } catch (RejectedException e) {
        diagnostics.addAll(e.diagnostics());
        continue;
      }
      for (RouteTest test : tests.tests()) {
        if (wanted.test(test.name().value())) {
          results.add(RouteTestResult.of(test, tested, templates, strict));
        }
      }
    }
    return new RouteTestRun(results, diagnostics, skipped);
  }

  private static NotificationTemplates templates(
      Session session, InputFile file, RouteTestFile tests, AlertmanagerConfig config)
      throws IOException {
    NotificationTemplateFiles files = new NotificationTemplateFiles(session);
    if (tests.templates().isEmpty()) {
      boolean needed = tests.tests().stream().anyMatch(t -> !t.expect().messages().isEmpty());
      return needed ? files.of(config) : NotificationTemplates.builtIn();
    }
    List<String> patterns = tests.templates().stream().map(SourceText::text).toList();
    files.add(patterns, session.resolve(file.path()), PathMap.NONE);
    return files.templates();
  }

  private static Loaded<AlertmanagerConfig> config(
      Session session, InputFile file, RouteTestFile tests, Map<String, String> variables)
      throws IOException {
    Path beside = Path.of(file.path()).resolveSibling(tests.alertmanager().value());
    InputFile config = new InputFile(beside.normalize().toString(), true);
    Path place = config.location(session);
    if (!Files.exists(place) || Files.isDirectory(place)) {
      String name = tests.alertmanager().value();
      return new Loaded<>(null, List.of(missing(name, tests.alertmanager().location())));
    }
    AlertmanagerOptions filled = AlertmanagerOptions.DEFAULT.withVariables(variables);
    return AlertmanagerReader.read(config.read(session), filled).loaded();
  }

  private static Diagnostic missing(String name, Location place) {
    return Diagnostic.error(
            "route-test/invalid", "'" + name + "': " + FileNames.missing(name), place)
        .withHelp("name Alertmanager's configuration, relative to this file");
  }

  /// {@return the files whose tests were run, in their order}
  public List<SourceFile> files() {
    return results.stream().map(result -> result.test().location().file()).distinct().toList();
  }

  /// {@return whether everything was as expected}
  public boolean passed() {
    return diagnostics.isEmpty() && failed() == 0;
  }

  /// {@return how many tests failed}
  public int failed() {
    int failed = 0;
    for (RouteTestResult result : results) {
      failed += result.passed() ? 0 : 1;
    }
    return failed;
  }
}

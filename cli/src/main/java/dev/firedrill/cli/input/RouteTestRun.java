package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.test.RouteTest;
import dev.firedrill.alertmanager.test.RouteTestFile;
import dev.firedrill.alertmanager.test.RouteTestReader;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of route tests, run against the configurations they name.
///
/// @param results of each test, in the order of the files
/// @param diagnostics what is wrong with the files themselves, and with configurations that
///     Alertmanager would refuse; their tests are not run
public record RouteTestRun(List<RouteTestResult> results, List<Diagnostic> diagnostics) {
  public RouteTestRun {
    results = List.copyOf(results);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Runs all tests of the files.
  public static RouteTestRun of(Session session, List<InputFile> files) throws IOException {
    List<RouteTestResult> results = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (InputFile file : files) {
      Loaded<RouteTestFile> loaded = RouteTestReader.read(file.read(session));
      diagnostics.addAll(loaded.diagnostics());
      RouteTestFile tests = loaded.value();
      if (tests == null || loaded.failed()) {
        continue;
      }
      Loaded<AlertmanagerConfig> config = config(session, file, tests);
      AlertmanagerConfig tested = config.value();
      if (tested == null || config.failed()) {
        diagnostics.addAll(config.diagnostics());
        continue;
      }
      for (RouteTest test : tests.tests()) {
        results.add(RouteTestResult.of(test, tested));
      }
    }
    return new RouteTestRun(results, diagnostics);
  }

  private static Loaded<AlertmanagerConfig> config(
      Session session, InputFile file, RouteTestFile tests) throws IOException {
    Path beside = Path.of(file.path()).resolveSibling(tests.alertmanager().value());
    InputFile config = new InputFile(beside.normalize().toString(), true);
    return AlertmanagerReader.read(config.read(session), AlertmanagerOptions.DEFAULT).loaded();
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

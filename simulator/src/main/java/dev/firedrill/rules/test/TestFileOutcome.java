package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.rules.test.check.TestChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How the tests of one file went.
///
/// @param outcomes of the tests that were run
/// @param notRun tests that were not, because the file or its rules have errors
/// @param diagnostics what is wrong with the file and its rule files; warnings do not keep tests
///     from running
public record TestFileOutcome(
    SourceFile source,
    List<TestOutcome> outcomes,
    List<UnitTest> notRun,
    List<Diagnostic> diagnostics) {
  private static final int SHOWN = 5;

  public TestFileOutcome {
    outcomes = List.copyOf(outcomes);
    notRun = List.copyOf(notRun);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Reads a file of unit tests and its rules, and runs the tests.
  ///
  /// @param directory what the path of the file is relative to
  /// @param names which tests to run, by name
  public static TestFileOutcome of(
      SourceFile source, Path directory, RuleFileOptions options, Predicate<String> names) {
    return of(source, directory, TestSettings.of(options, names));
  }

  /// Reads a file of unit tests and its rules, and runs the tests.
  ///
  /// @param directory what the path of the file is relative to
  public static TestFileOutcome of(SourceFile source, Path directory, TestSettings settings) {
    return of(source, directory, settings, BenchObserver.NONE);
  }

  /// Reads a file of unit tests and its rules, and runs the tests while somebody looks on.
  ///
  /// @param directory what the path of the file is relative to
  public static TestFileOutcome of(
      SourceFile source, Path directory, TestSettings settings, BenchObserver observer) {
    Loaded<UnitTestFile> loaded = UnitTestReader.read(source, settings.server());
    List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
    UnitTestFile file = loaded.value();
    if (file == null) {
      return new TestFileOutcome(source, List.of(), List.of(), diagnostics);
    }
    List<UnitTest> tests =
        file.tests().stream().filter(test -> settings.names().test(test.name())).toList();
    if (loaded.failed()) {
      return new TestFileOutcome(source, List.of(), tests, diagnostics);
    }
    TestRules rules = TestRules.read(file, directory, settings.rules());
    diagnostics.addAll(rules.diagnostics());
    // As in promtool: rules are loaded by tests, so that broken ones break no file without tests.
    if (rules.failed()) {
      return new TestFileOutcome(
          source, List.of(), tests, tests.isEmpty() ? List.of() : diagnostics);
    }
    diagnostics.addAll(
        TestChecks.check(file, tests, rules.groups(), rules.whole() || !rules.groups().isEmpty()));
    Recordings recordings = Recordings.read(file, tests, directory);
    diagnostics.addAll(recordings.diagnostics());
    Alertmanagers alertmanagers = Alertmanagers.read(file, tests, directory, settings.server());
    diagnostics.addAll(alertmanagers.diagnostics());
    if (recordings.failed() || alertmanagers.failed()) {
      return new TestFileOutcome(source, List.of(), tests, diagnostics);
    }
    TestBench bench = bench(file, tests, rules, recordings, alertmanagers, settings);
    UnitTestRunner used = bench.runner(rules.groups());
    observer.prepared(bench);
    RunObserver each = (test, evidence) -> observer.ran(bench, test, evidence);
    List<TestOutcome> outcomes =
        Workers.run(tests, settings.workers(), test -> used.run(test, each));
    leftOut(file, used.leftOutThatMayFail()).ifPresent(diagnostics::add);
    return new TestFileOutcome(source, outcomes, List.of(), diagnostics);
  }

  private static Optional<Diagnostic> leftOut(UnitTestFile file, List<Rule> rules) {
    if (rules.isEmpty() || file.ruleFiles().isEmpty()) {
      return Optional.empty();
    }
    List<String> names = rules.stream().map(rule -> rule.name().value()).distinct().toList();
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
    return Optional.of(
        Diagnostic.of(
                "test/left-out",
                Severity.INFO,
                "not evaluated, since no test depends on them, but could fail on the series of a"
                    + " test: "
                    + shown
                    + more,
                file.ruleFiles().getFirst().location())
            .withHelp("promtool would fail such a test; --all-rules evaluates them too"));
  }

  private static TestBench bench(
      UnitTestFile file,
      List<UnitTest> tests,
      TestRules rules,
      Recordings recordings,
      Alertmanagers alertmanagers,
      TestSettings settings) {
    return new TestBench(
        file,
        tests,
        rules.groups(),
        groups -> {
          UnitTestRunner runner =
              new UnitTestRunner(
                      file,
                      groups,
                      (test, engine, series) ->
                          new RuleTexts(
                              engine, series, test.externalLabels(), test.externalUrl(), false),
                      recordings,
                      settings.engine())
                  .notifying(alertmanagers);
          return settings.allRules() ? runner : runner.ofNeededRules();
        });
  }

  /// {@return whether the file can be used and all its tests passed}
  public boolean passed() {
    return diagnostics.stream().noneMatch(each -> each.severity() == Severity.ERROR)
        && outcomes.stream().allMatch(TestOutcome::passed);
  }
}

package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files of unit tests for rules, run.
///
/// @param files in the order in which they were given, whatever the order in which they ended
/// @param skipped files that are something else
public record UnitTestRun(List<TestFileOutcome> files, List<SkippedFile> skipped) {
  public UnitTestRun {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /// Files beside which nothing was skipped.
  public UnitTestRun(List<TestFileOutcome> files) {
    this(files, List.of());
  }

  /// Runs the tests of files, several files at a time, while somebody looks on.
  ///
  /// @param files those that a search found or a glob matches are passed over unless they are unit
  ///     tests
  /// @param settings with the number of tests, whichever their file, that are run at a time at most
  public static UnitTestRun of(
      Session session, List<InputFile> files, TestSettings settings, BenchObserver observer)
      throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (InputFile file : files) {
      SourceFile source = file.read(session);
      if (isMeant(file, source)) {
        sources.add(source);
      } else {
        SkippedFile.among(file, likely(source)).ifPresent(skipped::add);
      }
    }
    int workers = settings.workers();
    TestSettings each = settings.withWorkers(Math.max(1, workers / Math.max(1, sources.size())));
    return new UnitTestRun(
        InParallel.map(sources, workers, source -> run(session, source, each, observer)), skipped);
  }

  /// {@return whether a file is to be run: one that was named, or that is one of unit tests by its
  ///     content}
  public static boolean isMeant(InputFile file, SourceFile source) {
    return file.insisted() || likely(source) == FileKind.RULE_TESTS;
  }

  // A file whose YAML is broken has to be found, too.
  private static FileKind likely(SourceFile source) {
    return FileKind.likely(Yaml.read(source, YamlDialect.GO_V3));
  }

  private static TestFileOutcome run(
      Session session, SourceFile source, TestSettings settings, BenchObserver observer) {
    TestFileOutcome outcome = TestFileOutcome.of(source, session.directory(), settings, observer);
    if (outcome.passed() || !outcome.outcomes().isEmpty()) {
      return outcome;
    }
    return wrongKind(source)
        .map(wrong -> new TestFileOutcome(source, List.of(), List.of(), List.of(wrong)))
        .orElse(outcome);
  }

  /// {@return what to say of a file that plainly is something else than unit tests}
  static Optional<Diagnostic> wrongKind(SourceFile source) {
    FileKind kind = kind(source);
    return isSomethingElse(kind) ? Optional.of(wrongKind(source, kind)) : Optional.empty();
  }

  // Of what is hardly anything, the reader can tell best what is wrong with it.
  private static boolean isSomethingElse(FileKind kind) {
    return switch (kind) {
      case RULE_TESTS, PROMETHEUS, EMPTY, OTHER -> false;
      case RULES,
          PROMETHEUS_RULE,
          ROUTE_TESTS,
          ALERTMANAGER,
          ALERTMANAGER_RESOURCE,
          SCENARIO,
          SILENCES,
          INCIDENTS,
          COMPOSE,
          GRAFANA,
          SETTINGS,
          TEMPLATED,
          LOKI,
          KUBERNETES ->
          true;
    };
  }

  private static Diagnostic wrongKind(SourceFile source, FileKind kind) {
    Diagnostic finding =
        Diagnostic.error(
            "test/file",
            "expected unit tests for rules, found: " + kind.title(),
            new Location(source, Span.at(0)));
    return kind == FileKind.ROUTE_TESTS
        ? finding.withHelp("firedrill routes test runs it")
        : finding;
  }

  /// {@return whether a file is one of unit tests, by its content}
  public static boolean isTests(SourceFile source) {
    return kind(source) == FileKind.RULE_TESTS;
  }

  private static FileKind kind(SourceFile source) {
    return FileKind.of(Yaml.read(source, YamlDialect.GO_V3));
  }

  /// {@return the same, but that tests which may pass without testing anything are an error}
  public UnitTestRun strict() {
    List<TestFileOutcome> judged = new ArrayList<>();
    for (TestFileOutcome file : files) {
      List<Diagnostic> diagnostics = new ArrayList<>();
      for (Diagnostic each : file.diagnostics()) {
        boolean ofTests = each.severity() == Severity.WARNING && each.check().startsWith("test/");
        diagnostics.add(ofTests ? each.withSeverity(Severity.ERROR) : each);
      }
      judged.add(new TestFileOutcome(file.source(), file.outcomes(), file.notRun(), diagnostics));
    }
    return new UnitTestRun(judged, skipped);
  }

  /// {@return the tests alone, without what is wrong with their files}
  public UnitTestRun withoutDiagnostics() {
    List<TestFileOutcome> tests = new ArrayList<>();
    for (TestFileOutcome file : files) {
      tests.add(new TestFileOutcome(file.source(), file.outcomes(), file.notRun(), List.of()));
    }
    return new UnitTestRun(tests, skipped);
  }

  /// {@return what is wrong with the files and their rule files, each thing once}
  public List<Diagnostic> diagnostics() {
    return files.stream().flatMap(file -> file.diagnostics().stream()).distinct().toList();
  }

  /// {@return how many diagnostics are of a severity}
  public int count(Severity severity) {
    return (int) diagnostics().stream().filter(each -> each.severity() == severity).count();
  }

  /// {@return how many tests there are, whether or not they could be run}
  public int tests() {
    int tests = 0;
    for (TestFileOutcome file : files) {
      tests += file.outcomes().size() + file.notRun().size();
    }
    return tests;
  }

  /// {@return how many expectations were looked at}
  public int assertions() {
    int assertions = 0;
    for (TestFileOutcome file : files) {
      for (TestOutcome outcome : file.outcomes()) {
        assertions += outcome.assertions().size();
      }
    }
    return assertions;
  }

  /// {@return how many tests failed or could not be run}
  public int failed() {
    int failed = 0;
    for (TestFileOutcome file : files) {
      failed += file.notRun().size();
      for (TestOutcome outcome : file.outcomes()) {
        failed += outcome.passed() ? 0 : 1;
      }
    }
    return failed;
  }

  /// {@return whether all files could be used and all tests passed}
  public boolean passed() {
    return files.stream().allMatch(TestFileOutcome::passed);
  }
}

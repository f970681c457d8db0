package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs whole files of unit tests for rules.
final class TestFiles {
  private TestFiles() {}

  /// {@return what went wrong, a line for each failure; empty where all tests pass}
  static List<String> run(Path path) throws IOException {
    SourceFile source = SourceFile.of(path.toString(), Files.readString(path));
    TestFileOutcome outcome =
        TestFileOutcome.of(source, Path.of(""), RuleFileOptions.DEFAULT, name -> true);
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        lines.add("file: " + diagnostic.message());
      }
    }
    for (TestOutcome test : outcome.outcomes()) {
      for (TestFailure failure : test.failures()) {
        lines.add(text(test.test(), failure));
      }
    }
    return lines;
  }

  /// {@return what went wrong in the tests of a file}
  static List<String> run(UnitTestFile file, List<RuleGroup> groups) {
    UnitTestRunner runner =
        new UnitTestRunner(
            file,
            groups,
            (test, engine, store) ->
                new RuleTexts(engine, store, test.externalLabels(), test.externalUrl(), false));
    List<String> lines = new ArrayList<>();
    for (UnitTest test : file.tests()) {
      for (TestFailure failure : runner.run(test).failures()) {
        lines.add(text(test, failure));
      }
    }
    return lines;
  }

  private static String text(UnitTest test, TestFailure failure) {
    return String.join(
        " | ",
        test.name(),
        failure.kind().word(),
        failure.subject(),
        String.valueOf(failure.evalTime()),
        failure.message(),
        "exp " + failure.expected(),
        "got " + failure.got());
  }
}

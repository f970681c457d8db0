package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.rules.run.RuleTexts;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Runs whole files of unit tests for rules.
final class TestFiles {
  private TestFiles() {}

  /// {@return what went wrong, a line for each failure; empty where all tests pass}
  static List<String> run(Path path) throws IOException {
    SourceFile source = SourceFile.of(path.toString(), Files.readString(path));
    Loaded<UnitTestFile> loaded = UnitTestReader.read(source);
    if (loaded.failed()) {
      return loaded.diagnostics().stream().map(d -> "file: " + d.message()).toList();
    }
    UnitTestFile file = loaded.get().orElseThrow();
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    List<RuleGroup> groups = new ArrayList<>();
    for (SourceText pattern : file.ruleFiles()) {
      for (Path rules : glob(folder, pattern.text())) {
        RuleReading reading =
            RuleFiles.read(
                SourceFile.of(rules.toString(), Files.readString(rules)), RuleFileOptions.DEFAULT);
        if (reading.rejected()) {
          return reading.problems().stream()
              .map(problem -> "rules: " + problem.diagnostic().message())
              .toList();
        }
        reading.loaded().get().ifPresent(read -> groups.addAll(read.groups()));
      }
    }
    return run(file, groups);
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

  private static List<Path> glob(Path folder, String pattern) throws IOException {
    Path whole = folder.resolve(pattern).normalize();
    if (Files.exists(whole)) {
      return List.of(whole);
    }
    Path parent = whole.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + whole);
    try (Stream<Path> files = Files.list(parent)) {
      return files.filter(matcher::matches).sorted().toList();
    }
  }
}

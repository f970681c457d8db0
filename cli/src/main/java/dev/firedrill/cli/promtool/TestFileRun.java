package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.promtool.TestSuite.Case;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoDuration;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.rules.test.Recordings;
import dev.firedrill.rules.test.RunObserver;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import dev.firedrill.rules.test.UnitTestRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One file of unit tests, read and run.
final class TestFileRun {
  private final Session session;
  private final OrderedOutput output;
  private final String path;
  private final TestOptions options;

  TestFileRun(Session session, OrderedOutput output, String path, TestOptions options) {
    this.session = session;
    this.output = output;
    this.path = path;
    this.options = options;
  }

  /// Runs the tests; what goes wrong is in the result, warnings are printed.
  TestSuite run() {
    Path place = session.resolve(path);
    String text;
    try {
      text = ByteText.decode(Files.readAllBytes(place));
    } catch (IOException e) {
      return unusable(GoFiles.problem(place, path));
    }
    SourceFile source = SourceFile.of(path, text);
    UnitTestFile file = UnitTestReader.readAsPromtool(source).value();
    Optional<String> error = UnitTestReader.promtoolError(source);
    if (error.isPresent() || file == null) {
      return unusable(error.orElse(""));
    }
    Set<String> ruleFiles;
    try {
      ruleFiles = ruleFiles(file);
    } catch (IllegalArgumentException e) {
      return unusable(String.valueOf(e.getMessage()));
    }
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    String timestamp = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(now);
    return new TestSuite(path, timestamp, "", run(file, ruleFiles));
  }

  private TestSuite unusable(String error) {
    return new TestSuite(path, "", error, List.of());
  }

  // A file that several patterns match is loaded once.
  private Set<String> ruleFiles(UnitTestFile file) {
    Set<String> all = new LinkedHashSet<>();
    GoGlob glob = new GoGlob(session.directory());
    for (SourceText written : file.ruleFiles()) {
      String pattern = GoFiles.joined(path, written.text());
      List<String> found = glob.files(pattern);
      if (found.isEmpty()) {
        output.err("  WARNING: no file match pattern " + pattern);
      }
      all.addAll(found);
    }
    return all;
  }

  private List<Case> run(UnitTestFile file, Set<String> ruleFiles) {
    List<Case> cases = new ArrayList<>();
    List<RuleGroup> groups = new ArrayList<>();
    List<String> broken = read(ruleFiles, groups, file.tests().isEmpty());
    UnitTestRunner runner = runner(file, groups);
    for (int i = 0; i < file.tests().size(); i++) {
      UnitTest test = file.tests().get(i);
      if (options.wants(test.name())) {
        String name = test.name().isEmpty() ? "unnamed#" + i : test.name();
        cases.add(new Case(name, broken.isEmpty() ? run(runner, test, name) : broken));
      }
    }
    return cases;
  }

  private UnitTestRunner runner(UnitTestFile file, List<RuleGroup> groups) {
    UnitTestRunner runner =
        new UnitTestRunner(
            file,
            groups,
            (test, engine, store) ->
                new RuleTexts(engine, store, test.externalLabels(), test.externalUrl(), false),
            Recordings.NONE,
            options.features().engine());
    boolean plain = options.features().parsing().equals(ParseOptions.DEFAULT);
    return plain ? runner : runner.ofAllowedSyntax();
  }

  /// {@return the errors of the first file that has any}
  private List<String> read(Set<String> ruleFiles, List<RuleGroup> groups, boolean inVain) {
    if (inVain) {
      return List.of();
    }
    for (String ruleFile : ruleFiles) {
      RuleSource source = RuleSource.file(session, ruleFile, options.rules());
      if (!source.errors().isEmpty()) {
        return source.errors();
      }
      groups.addAll(source.groups());
    }
    return List.of();
  }

  private List<String> run(UnitTestRunner runner, UnitTest test, String name) {
    if (options.debug()) {
      output.err("DEBUG: Starting test " + name);
    }
    StringBuilder dump = new StringBuilder();
    RunObserver observer = (_, evidence) -> dump.append(SeriesDump.of(test, evidence.source()));
    TestOutcome outcome = runner.run(test, options.debug() ? observer : RunObserver.NONE);
    List<String> errors = new ArrayList<>();
    for (TestFailure failure : outcome.failures()) {
      errors.add(new TestFailureLines(failure, test, options.diff()).text());
    }
    if (!dump.isEmpty()) {
      output.errText(dump.toString());
      String elapsed = GoDuration.formatNanos(outcome.elapsed().toNanos());
      output.err("DEBUG: Test " + name + " finished, took " + elapsed);
    }
    return errors;
  }
}

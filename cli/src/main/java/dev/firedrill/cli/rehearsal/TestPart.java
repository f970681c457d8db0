package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.UnitTestsJson;
import dev.firedrill.cli.report.UnitTestsText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.RuleFileCache;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestServer;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Do the rules do what their unit tests expect?
final class TestPart {
  private TestPart() {}

  static Section rehearse(Rehearsed rehearsed) throws IOException {
    RehearsalOptions options = rehearsed.options();
    Session session = rehearsed.session();
    StackFiles stack = rehearsed.files();
    List<InputFile> files = new ArrayList<>();
    for (Path path : stack.tests()) {
      files.add(new InputFile(Stacks.shown(session, path), false));
    }
    RuleFileCache rules = new RuleFileCache(options.reading());
    TestSettings settings =
        new TestSettings(rules, name -> true, false, options.engine(), options.workers())
            .on(TestServer.NONE.with(rehearsed.servers().variables(session)));
    UnitTestRun run = UnitTestRun.of(session, files, settings, BenchObserver.NONE);
    if (run.files().isEmpty()) {
      return Section.missing("test", "no unit tests");
    }
    StringBuilder details = new StringBuilder();
    FailureStyle failures =
        FailureStyle.of(options.style().colours(), OutputOptions.width(), false);
    new UnitTestsText(untold(rehearsed, run), failures).write(details);
    boolean passed = run.passed() && !options.failures().failsFor(run.skipped());
    return new Section(
            "test",
            passed ? Outcome.PASSED : Outcome.FAILED,
            summary(run),
            details.isEmpty() ? List.of() : List.of(details.toString()))
        .withItems(items(run))
        .withReports(PartReports.of(new UnitTestsJson(run), run));
  }

  private static String summary(UnitTestRun run) {
    Optional<Diagnostic> error =
        run.diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).findFirst();
    return run.assertions() > 0 || run.failed() < run.tests() || error.isEmpty()
        ? UnitTestsText.summary(run)
        : "impossible: " + error.get().location().file().path() + " has errors";
  }

  // Rules that do not parse are told of with the lint findings.
  private static UnitTestRun untold(Rehearsed rehearsed, UnitTestRun run) {
    List<TestFileOutcome> files = new ArrayList<>();
    for (TestFileOutcome file : run.files()) {
      List<Diagnostic> news = rehearsed.told().news(file.diagnostics());
      files.add(new TestFileOutcome(file.source(), file.outcomes(), file.notRun(), news));
    }
    return new UnitTestRun(files, run.skipped());
  }

  private static List<SectionItem> items(UnitTestRun run) {
    List<SectionItem> items = new ArrayList<>();
    for (TestFileOutcome file : run.files()) {
      file.outcomes().forEach(each -> items.add(item(each.test(), each.passed())));
      file.notRun().forEach(each -> items.add(item(each, false)));
    }
    return items;
  }

  private static SectionItem item(UnitTest test, boolean passed) {
    return SectionItem.test(passed, test.name(), test.location());
  }
}

package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.UnitTestsText;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;
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

/// Do the rules do what their unit tests expect?
final class TestPart {
  private TestPart() {}

  static Section rehearse(Rehearsed rehearsed, TextStyle style, int workers) throws IOException {
    Session session = rehearsed.session();
    StackFiles stack = rehearsed.files();
    List<InputFile> files = new ArrayList<>();
    for (Path path : stack.tests()) {
      files.add(new InputFile(Stacks.shown(session, path), false));
    }
    RuleFileCache rules = new RuleFileCache(RuleFileOptions.DEFAULT);
    TestSettings settings =
        new TestSettings(rules, name -> true, false, EngineOptions.DEFAULT, workers)
            .on(TestServer.NONE.with(rehearsed.servers().variables(session)));
    UnitTestRun run = UnitTestRun.of(session, files, settings, BenchObserver.NONE);
    if (run.files().isEmpty()) {
      return Section.missing("test", "no unit tests");
    }
    StringBuilder details = new StringBuilder();
    FailureStyle failures = FailureStyle.of(style.colours(), OutputOptions.width(), false);
    new UnitTestsText(run, failures).write(details);
    return new Section(
            "test",
            run.passed() ? Outcome.PASSED : Outcome.FAILED,
            UnitTestsText.summary(run),
            details.isEmpty() ? List.of() : List.of(details.toString()))
        .withItems(items(run));
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

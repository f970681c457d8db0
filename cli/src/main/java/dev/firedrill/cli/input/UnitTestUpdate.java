package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.rules.test.update.TestFileUpdate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Files of unit tests whose expectations were brought up to date.
///
/// @param run how the tests go now
/// @param updates of each file that had failures
public record UnitTestUpdate(UnitTestRun run, List<TestFileUpdate> updates) {
  public UnitTestUpdate {
    updates = List.copyOf(updates);
  }

  /// Writes what rules do into the files whose tests failed.
  ///
  /// @param run how the tests went
  /// @param settings with which they were run
  public static UnitTestUpdate of(Session session, UnitTestRun run, TestSettings settings)
      throws IOException {
    List<TestFileOutcome> outcomes = new ArrayList<>();
    List<TestFileUpdate> updates = new ArrayList<>();
    for (TestFileOutcome file : run.files()) {
      if (file.passed()) {
        outcomes.add(file);
        continue;
      }
      TestFileUpdate update =
          isFile(file)
              ? TestFileUpdate.of(
                  file, source -> TestFileOutcome.of(source, session.directory(), settings))
              : notFile(file);
      if (update.changed()) {
        AtomicFile.write(session.resolve(file.source().path()), update.after().bytes());
      }
      updates.add(update);
      outcomes.add(update.outcome());
    }
    return new UnitTestUpdate(new UnitTestRun(outcomes, run.skipped()), updates);
  }

  private static boolean isFile(TestFileOutcome file) {
    return !file.source().path().equals("<stdin>");
  }

  private static TestFileUpdate notFile(TestFileOutcome file) {
    Diagnostic diagnostic =
        Diagnostic.of(
            "test/update",
            Severity.WARNING,
            "standard input cannot be updated",
            new Location(file.source(), Span.at(0)));
    return new TestFileUpdate(file, file.source(), file.source(), 0, List.of(diagnostic));
  }

  /// {@return how many files were written}
  public int files() {
    return (int) updates.stream().filter(TestFileUpdate::changed).count();
  }

  /// {@return how many assertions were brought up to date}
  public int assertions() {
    return updates.stream().mapToInt(TestFileUpdate::assertions).sum();
  }

  /// {@return why files were left alone}
  public List<Diagnostic> diagnostics() {
    return updates.stream().flatMap(update -> update.diagnostics().stream()).toList();
  }
}

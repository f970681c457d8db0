package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import java.io.IOException;

/// How unit tests went, for people: what is wrong with the files, the failures, and one line of
/// counts.
///
/// @param style how failures are shown
/// @param quiet whether the counts are left out
/// @param verbose whether all files that were skipped are named
public record UnitTestsText(UnitTestRun run, FailureStyle style, boolean quiet, boolean verbose)
    implements Report {
  /// The failures alone.
  public UnitTestsText(UnitTestRun run, FailureStyle style) {
    this(run, style, true, false);
  }

  @Override
  public void write(Appendable out) throws IOException {
    TextStyle text = TextStyle.PLAIN.withColours(style.colored()).withMasking(style.masking());
    out.append(new DiagnosticText(text).render(run.diagnostics()));
    for (TestFileOutcome file : run.files()) {
      for (TestOutcome outcome : file.outcomes()) {
        for (TestFailure failure : outcome.failures()) {
          new TestFailureText(failure, outcome.test(), style).write(out);
        }
      }
    }
    if (!quiet) {
      out.append(summary(run)).append('\n');
      SkippedText.write(run.skipped(), verbose, out);
    }
  }

  /// {@return the counts, as in `3 tests, 9 assertions, all passed`}
  public static String summary(UnitTestRun run) {
    StringBuilder text = new StringBuilder();
    text.append(Counted.of(run.tests(), "test")).append(", ");
    text.append(Counted.of(run.assertions(), "assertion"));
    if (run.failed() > 0) {
      text.append(", ").append(Counted.of(run.failed(), "test")).append(" failed");
    } else if (run.passed() && run.tests() > 0) {
      text.append(", all passed");
    }
    for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING}) {
      int count = run.count(severity);
      if (count > 0) {
        text.append(", ").append(Counted.of(count, severity.word()));
      }
    }
    return text.append(SkippedText.count(run.skipped())).toString();
  }
}

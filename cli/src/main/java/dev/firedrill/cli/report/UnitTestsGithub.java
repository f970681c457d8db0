package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.UnitTest;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// Failures and findings as workflow commands, by which GitHub marks them in a pull request.
///
/// @param paths makes paths relative to the repository
public record UnitTestsGithub(UnitTestRun run, FailureStyle style, UnaryOperator<String> paths)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (Diagnostic diagnostic : DiagnosticOrder.sorted(run.diagnostics())) {
      String help = diagnostic.help();
      String text = diagnostic.message() + (help == null ? "" : "\nhelp: " + help);
      String message = text + " [" + diagnostic.check() + "]";
      command(diagnostic.severity(), diagnostic.location(), message, out);
    }
    for (TestFileOutcome file : run.files()) {
      for (TestOutcome outcome : file.outcomes()) {
        for (TestFailure failure : outcome.failures()) {
          command(Severity.ERROR, place(failure), message(failure, outcome.test()), out);
        }
      }
    }
  }

  private static Location place(TestFailure failure) {
    Diagnostic diagnostic = failure.diagnostic();
    return diagnostic == null ? failure.location() : diagnostic.location();
  }

  private static String message(TestFailure failure, UnitTest test) {
    String before = failure.kind() == TestFailure.Kind.SETUP ? " '" : " in '";
    String name = test.name().isEmpty() ? "" : before + test.name() + "'";
    return TestFailureText.title(failure) + name + ": " + FailureSummary.of(failure);
  }

  private void command(Severity severity, Location place, String message, Appendable out)
      throws IOException {
    String path = paths.apply(place.file().path());
    new GithubCommand(severity, path, place, "", style.mask(message)).write(out);
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.test.RouteTestFailure;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// Failures of route tests as workflow commands, by which GitHub marks them in a pull request.
///
/// @param paths makes paths relative to the repository
public record RouteTestsGithub(RouteTestRun run, UnaryOperator<String> paths) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (Diagnostic diagnostic : run.diagnostics()) {
      String message = diagnostic.message() + " [" + diagnostic.check() + "]";
      command(diagnostic.severity(), diagnostic.location(), message, out);
    }
    for (RouteTestResult result : run.results()) {
      for (RouteTestFailure failure : result.failures()) {
        String message =
            failure.subject()
                + " of "
                + RouteTestsText.name(result)
                + ": expected "
                + failure.expected()
                + ", got "
                + failure.got()
                + "\nbecause "
                + failure.reason();
        command(Severity.ERROR, failure.location(), message, out);
      }
    }
  }

  private void command(Severity severity, Location place, String message, Appendable out)
      throws IOException {
    new GithubCommand(severity, paths.apply(place.file().path()), place, "", message).write(out);
  }
}

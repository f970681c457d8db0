package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.test.RouteTestFailure;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;

/// How route tests went, for people: the failures, then one line of counts.
///
/// @param colored whether ANSI colours are used
/// @param quiet whether the counts are left out
/// @param verbose whether all files that were skipped are named
public record RouteTestsText(RouteTestRun run, boolean colored, boolean quiet, boolean verbose)
    implements Report {
  /// The failures alone.
  public RouteTestsText(RouteTestRun run, boolean colored) {
    this(run, colored, true, false);
  }

  @Override
  public void write(Appendable out) throws IOException {
    out.append(
        new DiagnosticText(TextStyle.PLAIN.withColours(colored).withMasking(new SecretMasking()))
            .render(run.diagnostics()));
    for (RouteTestResult result : run.results()) {
      for (RouteTestFailure failure : result.failures()) {
        failure(out, result, failure);
      }
    }
    if (!quiet) {
      int failed = run.failed();
      out.append(String.valueOf(run.results().size() - failed)).append(" passed, ");
      out.append(String.valueOf(failed)).append(" failed");
      out.append(SkippedText.count(run.skipped())).append('\n');
      SkippedText.write(run.skipped(), verbose, out);
    }
  }

  private void failure(Appendable out, RouteTestResult result, RouteTestFailure failure)
      throws IOException {
    Paint paint = new Paint(colored);
    Location place = failure.location();
    out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
    out.append(": ").append(paint.strong(failure.subject())).append(" of ").append(name(result));
    out.append("\n  expected ").append(paint.good(failure.expected())).append('\n');
    out.append("  got      ").append(paint.bad(failure.got())).append('\n');
    out.append("  because  ").append(failure.reason()).append("\n\n");
  }

  /// {@return the name of a test in quotes, or its labels where it has none}
  static String name(RouteTestResult result) {
    String name = result.test().name().value();
    return name.isEmpty() ? result.test().labels().toString() : "'" + name + "'";
  }
}

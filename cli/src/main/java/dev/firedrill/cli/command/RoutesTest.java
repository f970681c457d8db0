package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RouteTestsJson;
import dev.firedrill.cli.report.RouteTestsText;
import java.io.IOException;

/// `routes test`: whom alerts with given labels must reach.
final class RoutesTest implements Command {
  private final Values files;
  private final OutputOptions output;

  RoutesTest(Options options) {
    files = options.arguments("FILE...", "route test files");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill routes test tests/routes_test.yml", "all tests of a file");
  }

  @Override
  public int run(Session session) throws IOException {
    RouteTestRun run = RouteTestRun.of(session, PathSelection.of(session, files.required()));
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new RouteTestsText(run, output.colored(session), output.quiet());
              case JSON -> new RouteTestsJson(run);
              default -> throw format.notOffered();
            });
    return run.passed() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }
}

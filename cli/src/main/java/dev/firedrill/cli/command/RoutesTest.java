package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.SkippedOption;
import dev.firedrill.cli.option.TestChoiceOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.RouteTestsGithub;
import dev.firedrill.cli.report.RouteTestsJson;
import dev.firedrill.cli.report.RouteTestsJunit;
import dev.firedrill.cli.report.RouteTestsText;
import dev.firedrill.cli.report.SkippedGithub;
import java.io.IOException;

/// `routes test`: whom alerts with given labels must reach, and what they must hear.
final class RoutesTest implements Command {
  private final TestChoiceOptions choice;
  private final ProjectOptions project;
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  RoutesTest(Options options) {
    choice =
        new TestChoiceOptions(
            options,
            "[FILE...]",
            "route test files, folders, globs, or - (default: the settings' tests, or this"
                + " folder)");
    project = ProjectOptions.of(options);
    Value junit = options.value("--junit", "FILE", "write a JUnit report; --format junit=FILE");
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.JUNIT, Format.GITHUB);
    output.shorthand(junit, Format.JUNIT);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
    options.example("firedrill routes test tests/routes_test.yml", "all tests of a file");
    options.example(
        "firedrill routes test tests/ --run GPU --junit report.xml", "some tests of a folder");
  }

  @Override
  public int run(Session session) throws IOException {
    RouteTestRun run =
        RouteTestRun.of(
            session,
            choice.selected(session, project),
            choice.wanted(),
            project.variables(session));
    if (run.results().isEmpty() && run.diagnostics().isEmpty()) {
      throw new CommandException(
          "no route tests" + (choice.names().isEmpty() ? "" : " of these names"));
    }
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  new RouteTestsText(
                      run, output.colored(session), output.quiet(), output.verbose());
              case JSON -> new RouteTestsJson(run);
              case JUNIT ->
                  new RouteTestsJunit(run, RepositoryPaths.of(session), failOnSkipped.given());
              case GITHUB ->
                  Report.both(
                      new RouteTestsGithub(run, RepositoryPaths.of(session)),
                      new SkippedGithub(
                          run.skipped(), failOnSkipped.given(), RepositoryPaths.of(session)));
              default -> throw format.notOffered();
            });
    int status = failOn.status(run.diagnostics(), run.failed() > 0);
    return failOnSkipped.status(session, status, run.skipped());
  }
}

package dev.firedrill.cli.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.SkippedOption;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RouteTestsGithub;
import dev.firedrill.cli.report.RouteTestsJson;
import dev.firedrill.cli.report.RouteTestsJunit;
import dev.firedrill.cli.report.RouteTestsText;
import dev.firedrill.labels.Re2;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `routes test`: whom alerts with given labels must reach, and what they must hear.
final class RoutesTest implements Command {
  private final Values files;
  private final Values names;
  private final ProjectOptions project;
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  RoutesTest(Options options) {
    files =
        options.arguments(
            "[FILE...]",
            "route test files, folders, globs, or - (default: the settings' tests, or this"
                + " folder)");
    names = options.values("--run", "REGEX", "run tests whose names match; may be repeated");
    project = ProjectOptions.of(options);
    Value junit = options.value("--junit", "FILE", "write a JUnit report; --format junit=FILE");
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.JUNIT, Format.GITHUB);
    output.shorthand(junit, Format.JUNIT);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
    options.example("firedrill routes test tests/routes_test.yml", "all tests of a file");
    options.example(
        "firedrill routes test tests/ --run GPU --junit report.xml", "some tests of a folder");
    options.whenParsed(this::wanted);
  }

  @Override
  public int run(Session session) throws IOException {
    List<Pattern> wanted = wanted();
    RouteTestRun run =
        RouteTestRun.of(
            session,
            selected(session),
            name -> wanted.isEmpty() || wanted.stream().anyMatch(each -> each.matcher(name).find()),
            project.variables(session));
    if (run.results().isEmpty() && run.diagnostics().isEmpty()) {
      throw new CommandException("no route tests" + (wanted.isEmpty() ? "" : " of these names"));
    }
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  new RouteTestsText(
                      run, output.colored(session), output.quiet(), output.verbose());
              case JSON -> new RouteTestsJson(run);
              case JUNIT -> new RouteTestsJunit(run);
              case GITHUB -> new RouteTestsGithub(run);
              default -> throw format.notOffered();
            });
    int status = failOn.status(run.diagnostics(), run.failed() > 0);
    return failOnSkipped.status(session, status, run.skipped());
  }

  private List<InputFile> selected(Session session) throws IOException {
    List<String> given = files.get();
    if (!given.isEmpty()) {
      return PathSelection.of(session, given);
    }
    List<InputFile> found = new ArrayList<>();
    for (String file : project.files(session, StackPart.TESTS)) {
      found.add(new InputFile(file, false));
    }
    return found.isEmpty() ? PathSelection.of(session, List.of(".")) : found;
  }

  private List<Pattern> wanted() {
    return names.get().stream().map(RoutesTest::pattern).toList();
  }

  private static Pattern pattern(String regex) {
    try {
      return Re2.compile(regex, 0);
    } catch (PatternSyntaxException e) {
      throw new UsageException("--run '" + regex + "': " + e.getMessage());
    }
  }
}

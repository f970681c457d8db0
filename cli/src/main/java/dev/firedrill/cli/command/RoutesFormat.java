package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.RoutePathOptions;
import dev.firedrill.cli.option.SkippedOption;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RouteFormatJson;
import dev.firedrill.cli.report.RouteFormatText;
import dev.firedrill.cli.routing.RouteFormatRun;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.Optional;

/// `routes format`: matchers of Alertmanager configurations in one form, in place.
final class RoutesFormat implements Command {
  private final RoutePathOptions files;
  private final ProjectOptions project;
  private final Flag check;
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  RoutesFormat(Options options) {
    files = new RoutePathOptions(options);
    project = ProjectOptions.of(options);
    check = options.flag("--check", "write nothing, show what would change, and exit with 1 then");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
    options.example("firedrill routes format alertmanager.yml", "match and match_re to matchers");
    options.example(
        "firedrill routes format --check alertmanager.yml", "in continuous integration");
  }

  @Override
  public int run(Session session) throws IOException {
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(project.variables(session));
    RouteFormatRun run = RouteFormatRun.of(files.read(session), filled);
    Session reporting = session;
    if (!check.given()) {
      run.write(session);
      Optional<SourceFile> filtered = run.standardInput();
      if (filtered.isPresent()) {
        reporting =
            new Session(session.directory(), session.in(), session.err(), session.err(), false);
        session.out().print(filtered.get().text());
      }
    }
    ReceiverSecrets secrets = secrets(run, filled);
    TextStyle style = TextStyle.PLAIN.withColours(output.colored(session)).withMasking(secrets);
    output.deliver(
        reporting,
        format ->
            switch (format) {
              case TEXT ->
                  new RouteFormatText(run, check.given(), style, output.quiet(), output.verbose());
              case JSON -> new RouteFormatJson(run, secrets);
              default -> throw format.notOffered();
            });
    if (run.failed() && !check.given()) {
      return ExitStatus.FAILED;
    }
    boolean unwanted = run.failed() || (check.given() && !run.changed().isEmpty());
    return failOnSkipped.status(session, failOn.status(run.findings(), unwanted), run.skipped());
  }

  private static ReceiverSecrets secrets(RouteFormatRun run, AlertmanagerOptions filled) {
    ReceiverSecrets secrets = new ReceiverSecrets();
    for (Formatted file : run.files()) {
      AlertmanagerReader.read(file.before(), filled).loaded().get().ifPresent(secrets::add);
    }
    return secrets;
  }
}

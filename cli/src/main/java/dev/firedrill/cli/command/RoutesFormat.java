package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.Values;
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
  private final Values files;
  private final Flag check;
  private final OutputOptions output;

  RoutesFormat(Options options) {
    files = options.arguments("FILE...", "Alertmanager configurations, or - for standard input");
    check = options.flag("--check", "write nothing, show what would change, and exit with 1 then");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill routes format alertmanager.yml", "match and match_re to matchers");
    options.example(
        "firedrill routes format --check alertmanager.yml", "in continuous integration");
  }

  @Override
  public int run(Session session) throws IOException {
    RouteFormatRun run = RouteFormatRun.of(session, PathSelection.of(session, files.required()));
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
    ReceiverSecrets secrets = secrets(run);
    TextStyle style = TextStyle.PLAIN.withColours(output.colored(session)).withMasking(secrets);
    output.deliver(
        reporting,
        format ->
            switch (format) {
              case TEXT -> new RouteFormatText(run, check.given(), style, output.quiet());
              case JSON -> new RouteFormatJson(run, secrets);
              default -> throw format.notOffered();
            });
    if (run.failed()) {
      return check.given() ? ExitStatus.FINDINGS : ExitStatus.FAILED;
    }
    boolean unwanted = check.given() && !run.changed().isEmpty();
    return unwanted ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  private static ReceiverSecrets secrets(RouteFormatRun run) {
    ReceiverSecrets secrets = new ReceiverSecrets();
    for (Formatted file : run.files()) {
      AlertmanagerReader.read(file.before(), AlertmanagerOptions.STRICT)
          .loaded()
          .get()
          .ifPresent(secrets::add);
    }
    return secrets;
  }
}

package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.RouteInputs;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.RoutePathOptions;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `routes check`: what Alertmanager itself would reject.
final class RoutesCheck implements Command {
  private final RoutePathOptions files;
  private final ProjectOptions project;
  private final FindingsOptions findings;

  RoutesCheck(Options options) {
    files = new RoutePathOptions(options);
    project = ProjectOptions.of(options);
    findings = new FindingsOptions(options);
    options.example("firedrill routes check alertmanager.yml", "would Alertmanager start?");
  }

  @Override
  public int run(Session session) throws IOException {
    RouteInputs inputs = files.read(session);
    List<Diagnostic> found = new ArrayList<>();
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(project.variables(session));
    ReceiverSecrets secrets = new ReceiverSecrets();
    for (SourceFile file : inputs.files()) {
      Loaded<AlertmanagerConfig> loaded = AlertmanagerReader.read(file, filled).loaded();
      loaded.get().ifPresentOrElse(secrets::add, secrets::addUnread);
      found.addAll(loaded.diagnostics());
    }
    return findings.report(session, inputs, found, secrets);
  }
}

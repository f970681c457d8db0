package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.CheckOptions;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.Values;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.settings.PathMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `routes lint`: what Alertmanager would reject, and what is valid but sends alerts astray.
final class RoutesLint implements Command {
  private final Values files;
  private final RulePathOptions rules;
  private final ProjectOptions project;
  private final PrometheusOption prometheus;
  private final CheckOptions checks;
  private final FindingsOptions findings;

  RoutesLint(Options options) {
    files = options.arguments("FILE...", "Alertmanager configurations, or - for standard input");
    rules = RulePathOptions.named(options);
    project = ProjectOptions.of(options);
    prometheus = new PrometheusOption(options);
    checks = new CheckOptions(options);
    findings = new FindingsOptions(options);
    options.example("firedrill routes lint alertmanager.yml", "is the tree sound?");
    options.example(
        "firedrill routes lint alertmanager.yml --rules rules/", "and does it suit these alerts?");
  }

  @Override
  public int run(Session session) throws IOException {
    List<InputFile> inputs = PathSelection.of(session, files.required());
    List<RuleFile> alerts = List.of();
    List<String> paths = List.of();
    if (rules.given()) {
      RuleInputs read = rules.read(session);
      alerts = RuleReplay.valid(read);
      paths = read.paths();
    }
    KnownServer server = prometheus.told(session, paths);
    ScopedSettings settings = checks.choose(LintRun.settings(session, project.settings(session)));
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(project.variables(session));
    List<Diagnostic> found = new ArrayList<>();
    ReceiverSecrets secrets = new ReceiverSecrets();
    for (InputFile input : inputs) {
      Loaded<AlertmanagerConfig> loaded =
          AlertmanagerReader.read(input.read(session), filled).loaded();
      found.addAll(loaded.diagnostics());
      AlertmanagerConfig config = loaded.value();
      if (config != null) {
        secrets.add(config);
        found.addAll(lint(session, config, alerts, server, settings));
      }
    }
    return findings.report(session, inputs, checks.reported(MoreSpecific.of(found)), secrets);
  }

  private static List<Diagnostic> lint(
      Session session,
      AlertmanagerConfig config,
      List<RuleFile> alerts,
      KnownServer server,
      ScopedSettings settings) {
    Deployment deployment =
        new Deployment(
            server.config(),
            config,
            session.directory().toAbsolutePath().normalize(),
            PathMap.NONE,
            List.of());
    RuleSet set = new RuleSet(alerts, server.forChecks(), MetricTypes.UNKNOWN, deployment);
    List<Check> routing =
        Checks.all().stream().filter(check -> check instanceof RoutingCheck).toList();
    return new Linter(routing, settings).lint(set);
  }
}

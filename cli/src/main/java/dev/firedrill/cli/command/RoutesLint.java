package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Judge;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.fix.MendableRoutes;
import dev.firedrill.cli.input.GrafanaFiles;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.RouteInputs;
import dev.firedrill.cli.input.RouteLint;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.CheckOptions;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.FixOptions;
import dev.firedrill.cli.option.NewFindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RoutePathOptions;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.grafana.GrafanaReader;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.GrafanaCheck;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.ReadFindings;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.Suppressions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.SettingsFile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `routes lint`: what Alertmanager would reject, and what is valid but sends alerts astray.
final class RoutesLint implements Command {
  private final RoutePathOptions files;
  private final RulePathOptions rules;
  private final ProjectOptions project;
  private final PrometheusOption prometheus;
  private final CheckOptions checks;
  private final NewFindingsOptions news;
  private final FixOptions fixes;
  private final WorkersOption workers;
  private final FindingsOptions findings;

  RoutesLint(Options options) {
    files = new RoutePathOptions(options).withGrafana();
    rules = RulePathOptions.named(options);
    project = ProjectOptions.of(options);
    prometheus = new PrometheusOption(options);
    checks = new CheckOptions(options);
    news = new NewFindingsOptions(options);
    fixes = new FixOptions(options);
    workers = WorkersOption.of(options);
    findings = new FindingsOptions(options);
    options.example("firedrill routes lint alertmanager.yml", "is the tree sound?");
    options.example(
        "firedrill routes lint alertmanager.yml --rules rules/", "and does it suit these alerts?");
  }

  @Override
  public int run(Session session) throws IOException {
    Optional<SettingsFile> settings = project.settings(session);
    Severity least = checks.leastSeverity();
    Predicate<Diagnostic> reported = finding -> finding.severity().isAtLeast(least);
    RouteInputs inputs = files.read(Scene.of(session), settings);
    List<SourceFile> given = inputs.files();
    MendableRoutes.Judge judge =
        texts -> {
          Judge each =
              scene ->
                  judge(
                      scene,
                      scene.session().equals(session)
                          ? new RouteInputs(texts, inputs.skipped())
                          : files.read(scene, settings),
                      settings);
          Judgement judgement = news.judge(session, each, reported, checks::isChosen);
          return judgement.withFindings(checks.reported(judgement.findings()));
        };
    if (!fixes.given()) {
      return findings.report(session, judge.of(given));
    }
    news.refuseToWrite();
    MendableRoutes routes = new MendableRoutes(given, filled(session), judge.of(given), judge);
    return findings.report(fixes.reporting(session, routes), fixes.mend(session, routes));
  }

  private AlertmanagerOptions filled(Session session) throws IOException {
    return AlertmanagerOptions.DEFAULT.withVariables(project.variables(session));
  }

  /// {@return all that there is to say about the routes, comments that silence findings heeded}
  private Judgement judge(Scene scene, RouteInputs given, Optional<SettingsFile> now)
      throws IOException {
    Optional<SettingsFile> file = scene.settings(now);
    ScopedSettings settings = checks.choose(LintRun.settings(scene.session(), file));
    List<RuleFile> alerts = List.of();
    List<String> ruleFiles = List.of();
    if (rules.given()) {
      RuleInputs read = rules.read(scene, file, rules.options());
      alerts = RuleReplay.valid(scene.session(), read);
      ruleFiles = read.paths();
    }
    KnownServer server = prometheus.told(scene.now(), ruleFiles);
    AlertmanagerOptions filled = filled(scene.now());
    List<Diagnostic> found = new ArrayList<>();
    List<RuleFile> sources = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    ReceiverSecrets secrets = new ReceiverSecrets();
    List<GrafanaFile> grafana = new ArrayList<>();
    for (SourceFile source : given.files()) {
      GrafanaFile provisioning = GrafanaReader.read(source).orElse(null);
      if (provisioning != null) {
        grafana.add(provisioning);
        paths.add(source.path());
        continue;
      }
      Loaded<AlertmanagerConfig> loaded = AlertmanagerReader.read(source, filled).loaded();
      // Comments are looked for in any file; this one holds no rules.
      sources.add(new RuleFile(source, List.of()));
      paths.add(source.path());
      found.addAll(loaded.diagnostics());
      AlertmanagerConfig config = loaded.value();
      if (config == null) {
        secrets.addUnread();
      } else {
        secrets.add(config);
        found.addAll(lint(scene.session(), config, alerts, server, settings));
      }
    }
    if (grafana.isEmpty()) {
      grafana.addAll(GrafanaFiles.around(scene.session(), paths, List.of()));
    }
    grafana.stream()
        .filter(GrafanaFile::holdsComments)
        .forEach(each -> sources.add(new RuleFile(each.source(), List.of())));
    found.addAll(lint(grafana, alerts, server, settings));
    Suppressions.Outcome outcome =
        Suppressions.split(
            sources, MoreSpecific.of(found), settings, LocalDate.now(ZoneOffset.UTC));
    List<Diagnostic> left = new ArrayList<>(outcome.findings());
    // Without rules half of the checks have nothing to say, and comments nothing to silence.
    left.removeIf(finding -> !rules.given() && finding.check().equals("suppression/unused"));
    return Judgement.of(ReadFindings.adjusted(left, settings), paths, -1, given.skipped(), secrets)
        .withSilenced(outcome.silenced());
  }

  private List<Diagnostic> lint(
      Session session,
      AlertmanagerConfig config,
      List<RuleFile> alerts,
      KnownServer server,
      ScopedSettings settings)
      throws IOException {
    Deployment deployment =
        new Deployment(
            server.config(),
            config,
            session.directory().toAbsolutePath().normalize(),
            PathMap.NONE,
            List.of(),
            new NotificationTemplateFiles(session).sources(config),
            List.of());
    return RouteLint.of(deployment, alerts, server, settings, workers.count());
  }

  private List<Diagnostic> lint(
      List<GrafanaFile> grafana,
      List<RuleFile> alerts,
      KnownServer server,
      ScopedSettings settings) {
    Deployment deployment = Deployment.NONE.withGrafana(grafana);
    RuleSet set = new RuleSet(alerts, server.forChecks(), MetricTypes.UNKNOWN, deployment);
    List<Check> checks =
        Checks.all().stream().filter(check -> check instanceof GrafanaCheck).toList();
    return new Linter(checks, settings, workers.count()).lint(set);
  }
}

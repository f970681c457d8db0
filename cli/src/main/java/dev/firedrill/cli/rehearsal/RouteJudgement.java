package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RouteLint;
import dev.firedrill.cli.routing.TemplateFindings;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.ReadFindings;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.Suppressions;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What there is to say about a stack's routes and templates: what Alertmanager says, what
/// `template check` and `routes lint` find.
final class RouteJudgement {
  private RouteJudgement() {}

  /// {@return the findings, comments and settings heeded}
  static List<Diagnostic> of(
      Rehearsed stack, Loaded<AlertmanagerConfig> loaded, AlertmanagerConfig config)
      throws IOException {
    TemplateSources templates = stack.templates(config).sources();
    Session session = stack.session();
    List<RuleFile> alerts = List.of();
    KnownServer server = new KnownServer(null, Map.of());
    try {
      alerts = stack.rules();
      server = stack.server();
    } catch (CommandException e) {
      // The other parts tell of it; routes are judged without what cannot be read.
    }
    Deployment deployment =
        new Deployment(
                server.config(),
                config,
                session.directory().toAbsolutePath().normalize(),
                stack.files().pathMap(),
                List.of())
            .with(templates);
    ScopedSettings settings = stack.settings(stack.files().alertmanager());
    List<Diagnostic> found = new ArrayList<>(loaded.diagnostics());
    List<Diagnostic> ofTemplates = TemplateFindings.of(templates.files());
    found.addAll(ofTemplates);
    for (Diagnostic each :
        RouteLint.of(deployment, alerts, server, settings, InParallel.defaultWorkers())) {
      // Checks of the linter look at templates, too.
      if (ofTemplates.stream().noneMatch(other -> other.location().equals(each.location()))) {
        found.add(each);
      }
    }
    List<RuleFile> commented = List.of(new RuleFile(config.source(), List.of()));
    found =
        Suppressions.apply(
            commented, MoreSpecific.of(found), settings, LocalDate.now(ZoneOffset.UTC));
    return ReadFindings.adjusted(found, settings);
  }
}

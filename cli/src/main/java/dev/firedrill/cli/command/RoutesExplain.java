package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.LabelSets;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.SilencesOption;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.RouteJson;
import dev.firedrill.cli.report.RouteTableText;
import dev.firedrill.cli.report.RouteText;
import dev.firedrill.cli.report.RuleRoutingJson;
import dev.firedrill.cli.report.RuleRoutingText;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.routing.AlertsFile;
import dev.firedrill.cli.routing.Explanation;
import dev.firedrill.cli.routing.GivenAlert;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.cli.routing.RouteExplainer;
import dev.firedrill.cli.routing.RuleRouter;
import dev.firedrill.cli.routing.RuleRouting;
import dev.firedrill.cli.routing.SentLabels;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `routes explain`: an alert's way through the routing tree, with the reason for each turn; where
/// many alerts go; where the alerts of rules can go.
final class RoutesExplain implements Command {
  private final AlertmanagerOption alertmanager;
  private final Values labels;
  private final Values firing;
  private final SilencesOption silences;
  private final Value at;
  private final Flag render;
  private final Values annotations;
  private final Value alerts;
  private final RulePathOptions rules;
  private final PrometheusOption prometheus;
  private final FailureOptions failures;
  private final OutputOptions output;

  RoutesExplain(Options options) {
    alertmanager = new AlertmanagerOption(options);
    firing =
        options.values(
            "--firing", "NAME=VALUE,...", "another active alert, for inhibition; repeatable");
    silences = new SilencesOption(options);
    at = options.value("--at", "TIME", "for time intervals: RFC 3339, or seconds since the epoch");
    render = options.flag("--render", "show what each integration would send");
    annotations = options.values("--annotation", "NAME=VALUE", "an annotation, for --render");
    alerts =
        options.value(
            "--alerts", "FILE", "explain many alerts: the alerts API's JSON, or - for it");
    rules = RulePathOptions.named(options);
    prometheus = new PrometheusOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    labels = options.arguments("[NAME=VALUE...]", "the alert's labels");
    options.example(
        "firedrill routes explain --alertmanager alertmanager.yml alertname=Down severity=critical",
        "whom does this alert page, and why?");
    options.example(
        "firedrill routes explain --at 2026-11-21T03:00:00Z alertname=Down severity=warning",
        "would anybody be told at night?");
    options.example("firedrill routes explain --rules rules/", "where do the alerts of rules go?");
    options.example(
        "amtool alert -o json | firedrill routes explain --alerts -", "where do these alerts go?");
  }

  @Override
  public int run(Session session) throws IOException {
    if (rules.given()) {
      return explainRules(session);
    }
    return alerts.get().isPresent() ? explainMany(session) : explainOne(session);
  }

  private int explainOne(Session session) throws IOException {
    GivenAlert alert =
        GivenAlert.of(LabelSets.of(labels.required()), LabelSets.of(annotations.get()).toMap());
    AlertmanagerConfig config = alertmanager.config(session);
    Explanation explanation = explainer(session, config, List.of()).explain(alert);
    Optional<Instant> time = at.time();
    Paint paint = new Paint(output.colored(session));
    deliver(
        session,
        () ->
            new RouteText(
                explanation,
                RouteWalk.of(config.route(), alert.labels()),
                time,
                paint,
                secrets(config)),
        () -> new RouteJson(List.of(explanation), secrets(config)));
    return failures.status(session, alertmanager.findings(), List.of());
  }

  private int explainMany(Session session) throws IOException {
    List<GivenAlert> given = AlertsFile.read(session, alerts.required());
    AlertmanagerConfig config = alertmanager.config(session);
    Labels wanted = LabelSets.of(labels.get());
    RouteExplainer explainer = explainer(session, config, given);
    List<Explanation> explanations = new ArrayList<>();
    for (GivenAlert alert : given) {
      if (has(alert.labels(), wanted)) {
        explanations.add(explainer.explain(alert));
      }
    }
    deliver(
        session,
        () -> new RouteTableText(explanations, new Paint(output.colored(session))),
        () -> new RouteJson(explanations, secrets(config)));
    return failures.status(session, alertmanager.findings(), List.of());
  }

  private int explainRules(Session session) throws IOException {
    if (alerts.get().isPresent()) {
      throw new UsageException("--rules and --alerts: only one of them");
    }
    AlertmanagerConfig config = alertmanager.config(session);
    RuleInputs inputs = rules.read(session);
    OutgoingLabels outgoing = SentLabels.of(session, prometheus.told(session, inputs.paths()));
    List<RuleRouting> routings =
        new RuleRouter(config, outgoing)
            .route(RuleReplay.valid(session, inputs), LabelSets.of(labels.get()));
    if (routings.isEmpty() && !labels.get().isEmpty()) {
      throw new CommandException("no alert of the rules can have these labels");
    }
    deliver(
        session,
        () ->
            SkippedText.below(
                new RuleRoutingText(routings, new Paint(output.colored(session))),
                inputs.skipped(),
                output.quiet(),
                output.verbose()),
        () -> new RuleRoutingJson(routings));
    List<Diagnostic> findings = new ArrayList<>(inputs.diagnostics());
    findings.addAll(alertmanager.findings());
    return failures.status(session, findings, inputs.skipped());
  }

  private interface Making {
    Report report();
  }

  private void deliver(Session session, Making text, Making json) throws IOException {
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> text.report();
              case JSON -> json.report();
              default -> throw format.notOffered();
            });
  }

  private RouteExplainer explainer(
      Session session, AlertmanagerConfig config, List<GivenAlert> others) throws IOException {
    List<Labels> active = new ArrayList<>();
    others.forEach(other -> active.add(other.labels()));
    for (String other : firing.get()) {
      active.add(LabelSets.of(List.of(other.split(",", -1))));
    }
    long now = at.time().map(Instant::toEpochMilli).orElseGet(System::currentTimeMillis);
    MessageRenderer renderer =
        render.given()
            ? new MessageRenderer(config, new NotificationTemplateFiles(session).of(config), now)
            : null;
    return new RouteExplainer(config, active, silences.read(session), at.time(), now, renderer);
  }

  private static ReceiverSecrets secrets(AlertmanagerConfig config) {
    ReceiverSecrets secrets = new ReceiverSecrets();
    secrets.add(config);
    return secrets;
  }

  private static boolean has(Labels labels, Labels wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!labels.get(wanted.name(i)).equals(wanted.value(i))) {
        return false;
      }
    }
    return true;
  }
}

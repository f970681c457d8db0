package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.html.report.ReportSection;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.input.AdviceTrial;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.input.ReplayGround;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.input.SentAlerts;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.InjectOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.ReplayGroundOptions;
import dev.firedrill.cli.option.ReportOption;
import dev.firedrill.cli.option.RequireDataOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.SilencesOption;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.AlertStoryText;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.NotificationsJson;
import dev.firedrill.cli.report.NotificationsText;
import dev.firedrill.cli.report.Notified;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.ScenariosJson;
import dev.firedrill.cli.report.ScenariosText;
import dev.firedrill.cli.report.SentMessages;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.cli.routing.SentLabels;
import dev.firedrill.engine.Engine;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.scenario.ScenarioRunner;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.util.List;

/// `simulate`: whom alerts would have been told of, and when.
final class Simulate implements Command {
  private final RulePathOptions rules;
  private final AlertmanagerOption alertmanager;
  private final ReplayGroundOptions grounds;
  private final TimeRangeOptions times;
  private final SilencesOption silences;
  private final Value follow;
  private final PrometheusOption prometheus;
  private final Values scenarios;
  private final Value version;
  private final RequireDataOption required;
  private final ReportOption page;
  private final FailureOptions failures;
  private final OutputOptions output;

  Simulate(Options options) {
    rules = RulePathOptions.named(options);
    alertmanager = new AlertmanagerOption(options);
    DataOption data = new DataOption(options);
    times = new TimeRangeOptions(options);
    InjectOption inject = new InjectOption(options);
    EngineOption engine = new EngineOption(options, data, inject);
    silences = new SilencesOption(options);
    follow = options.value("--follow", "ALERT", "tell the story of one alert, with what was sent");
    prometheus = new PrometheusOption(options);
    grounds = new ReplayGroundOptions(rules, data, times, inject, engine, prometheus, null);
    scenarios =
        options.values(
            "--scenario", "FILE", "play stories of posted alerts and compare what is notified");
    version =
        options.value(
            "--alertmanager-version", "VERSION", "0.25 or 0.34: whose timing (default: 0.34)");
    required = new RequireDataOption(options);
    page = new ReportOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example(
        "firedrill simulate --rules rules/ --alertmanager alertmanager.yml --data recording.om",
        "from recorded series to notifications");
    options.example(
        "firedrill simulate --rules rules/ --alertmanager alertmanager.yml --data recording.om"
            + " --follow Down",
        "one alert: when it fired, what held it back, what was sent");
    options.example(
        "firedrill simulate --scenario tests/notifications.yml", "all stories of a file");
  }

  @Override
  public int run(Session session) throws IOException {
    return scenarios.get().isEmpty() ? notifications(session) : stories(session);
  }

  private int stories(Session session) throws IOException {
    if (follow.get().isPresent()) {
      throw new UsageException("--follow: a scenario that fails tells its story anyway");
    }
    if (silences.given()) {
      throw new UsageException("--silences: a scenario posts its own, 'post: silence'");
    }
    if (page.given()) {
      throw new UsageException("--report: a scenario has no recorded series to show");
    }
    ScenarioRuns runs =
        ScenarioRuns.of(
            session,
            scenarios.required(),
            new ScenarioRunner(behaviour()),
            prometheus.variables(session));
    deliver(
        session,
        new ScenariosText(runs, output.colored(session), output.quiet()),
        new ScenariosJson(runs));
    return runs.passed() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private int notifications(Session session) throws IOException {
    RuleInputs inputs = rules.read(session);
    List<RuleFile> files = RuleReplay.valid(session, inputs);
    follow.get().ifPresent(alert -> KnownAlerts.check(alert, files));
    ReplayGround ground = grounds.read(session, inputs, files);
    SentLabels.tellOfChoice(session, ground.server());
    AlertmanagerConfig config = alertmanager.config(session);
    SentMessages messages =
        SentMessages.of(config, new NotificationTemplateFiles(session).of(config));
    ReplayProgress progress = ground.progress(session);
    List<Silence> silenced = silences.read(session);
    SentAlerts sent = new SentAlerts(progress, ground.server().outgoing());
    // What pages say of noise alone needs all that was sent.
    NotificationRun run =
        ground.notified(config, silenced, behaviour(), page.given() ? sent : progress);
    progress.clear();
    ground.replay().checkEvaluated(run.replay());
    NotificationRun told = follow.get().map(run::about).orElse(run);
    Notified notified = new Notified(config, told.log(), messages, told.outgoing());
    List<String> notes = EvaluationNotes.of(run.replay(), ground.replay());
    Beside beside = ground.beside(notes);
    Report text = text(session, told, notified, notes);
    deliver(
        session,
        SkippedText.below(text, inputs.skipped(), output.quiet(), output.verbose()),
        new NotificationsJson(told, messages, beside));
    if (page.given()) {
      ProgressLine line = new ProgressLine(session);
      AdviceTrial trial = new AdviceTrial(run, sent, config, silenced, behaviour(), line);
      Engine engine = ground.replay().evaluator();
      Noise noise = trial.of(ReportSections.noise(told.replay(), engine));
      List<ReportSection> sections =
          ReportSections.ofReplay(told.replay(), noise, beside, engine, notified, times.zone());
      page.write(session, "Simulation", sections, told.replay().range(), times.zone());
    }
    ground.finish();
    required.check(run.replay().data());
    return failures.status(session, inputs, run.replay().failures());
  }

  private Report text(
      Session session, NotificationRun told, Notified notified, List<String> notes) {
    return follow.get().isPresent() && !output.quiet()
        ? new AlertStoryText(
            told,
            notified.config(),
            notified.messages(),
            times.zone(),
            new Paint(output.colored(session)))
        : new NotificationsText(told, notes, times.zone(), output.quiet());
  }

  private void deliver(Session session, Report text, Report json) throws IOException {
    output.deliver(session, format -> format == Format.JSON ? json : text);
  }

  private Behaviour behaviour() {
    return switch (version.orElse("0.34")) {
      case "0.34" -> Behaviour.V0_34;
      case "0.25" -> Behaviour.V0_25;
      default ->
          throw new UsageException(
              "--alertmanager-version '" + version.required() + "': known are 0.25 and 0.34");
    };
  }
}

package dev.firedrill.cli.command;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.input.AdviceTrial;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.SentAlerts;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.InjectOption;
import dev.firedrill.cli.option.InlineRuleOptions;
import dev.firedrill.cli.option.IntervalOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.ReportOption;
import dev.firedrill.cli.option.RequireDataOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.NoiseText;
import dev.firedrill.cli.report.NotificationTotals;
import dev.firedrill.cli.report.Notified;
import dev.firedrill.cli.report.ReplayCsv;
import dev.firedrill.cli.report.ReplayJson;
import dev.firedrill.cli.report.ReplayOpenMetrics;
import dev.firedrill.cli.report.ReplayText;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.cli.routing.SentLabels;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.replay.AlertGround;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Drill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `rules replay`: when alerts would have been pending and firing on recorded series.
final class RulesReplay implements Command {
  private final RulePathOptions paths;
  private final DataOption data;
  private final EngineOption engine;
  private final TimeRangeOptions times;
  private final InjectOption inject;
  private final IntervalOption interval;
  private final Value alert;
  private final InlineRuleOptions inline;
  private final RequireDataOption required;
  private final Flag noise;
  private final PrometheusOption prometheus;
  private final AlertmanagerOption alertmanager;
  private final ReportOption page;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesReplay(Options options) {
    paths = new RulePathOptions(options);
    data = new DataOption(options);
    times = new TimeRangeOptions(options);
    inject = new InjectOption(options);
    engine = new EngineOption(options, data, inject);
    interval = new IntervalOption(options);
    alert = options.value("--alert", "REGEX", "show only alerts whose whole name matches");
    inline = new InlineRuleOptions(options);
    required = new RequireDataOption(options);
    noise =
        options.flag(
            "--noise",
            "say which alerts flap, fire together, never could fire or fire all the time");
    prometheus = new PrometheusOption(options);
    alertmanager = AlertmanagerOption.optional(options);
    page = new ReportOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.CSV, Format.OPENMETRICS);
    options.whenParsed(() -> alert.get().ifPresent(RulesReplay::matcher));
    options.example("firedrill rules replay rules/ --data recording.om", "all of a recording");
    options.example(
        "firedrill rules replay rules/ --data recording.om.gz --start -6h --alert 'GPU.*'",
        "some alerts, in the last six hours of it");
    options.example(
        "firedrill rules replay --data recording.om --expr 'queue_depth > 100' --for 10m",
        "an alert that is not in a file yet");
    options.example(
        "firedrill rules replay rules/ --data recording.om --inject 'drop up{job=\"worker\"} from"
            + " +10m for 20m'",
        "a drill: what if the workers had been gone?");
  }

  @Override
  public int run(Session session) throws IOException {
    List<RuleFile> files = new ArrayList<>();
    RuleInputs inputs = paths.read(session, inline, files);
    List<String> named = inputs.paths();
    SeriesSource recorded = data.read(session, named, times.bounds(System.currentTimeMillis()));
    TimeRange all =
        recorded.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    TimeRange range = times.range(all);
    Drill drill = inject.apply(session, recorded, range);
    SeriesSource source = drill.source();
    KnownServer server = prometheus.told(session, named);
    RuleReplay here = RuleReplay.of(server, interval.millis()).with(paths.engine());
    Optional<ServerEngine> remote = engine.remote(session, here.interval(), files);
    RuleReplay replay = remote.map(here::with).orElse(here).asRecorded(files, source, range);
    ReplayReport report;
    @Nullable NotificationLog log = null;
    @Nullable NotificationLog pages = null;
    @Nullable AlertmanagerConfig config = alertmanager.configFor(session, named).orElse(null);
    ReplayProgress progress = new ReplayProgress(new ProgressLine(session), range);
    @Nullable AdviceTrial trial = null;
    if (config != null) {
      SentLabels.tellOfChoice(session, server);
      @Nullable SentAlerts sent =
          noise.given() || page.given() ? new SentAlerts(progress, replay.outgoing()) : null;
      NotificationRun run =
          NotificationRun.of(
              replay,
              files,
              source,
              range,
              config,
              List.of(),
              Behaviour.V0_34,
              sent == null ? progress : sent);
      progress.clear();
      if (sent != null) {
        trial =
            new AdviceTrial(
                run, sent, config, List.of(), Behaviour.V0_34, new ProgressLine(session));
      }
      replay.checkEvaluated(run.replay());
      report = chosen(run.replay(), files, source);
      boolean every = alert.get().isEmpty();
      log = every ? run.log() : run.log(report.alerts(), false);
      pages = every ? run.log() : run.log(report.alerts(), true);
    } else {
      ReplayReport whole = replay.run(files, source, range, progress);
      progress.clear();
      replay.checkEvaluated(whole);
      report = chosen(whole, files, source);
    }
    @Nullable AlertRouting routing =
        config == null ? null : AlertRouting.of(config.route(), server.outgoing());
    // What is not rendered needs no templates.
    @Nullable Notified notified =
        config == null || log == null || !(output.wants(Format.JSON) || page.given())
            ? null
            : Notified.of(session, config, log, server.outgoing());
    @Nullable Noise found =
        noise.given() || page.given() ? ReportSections.noise(report, replay.evaluator()) : null;
    if (found != null && trial != null) {
      found = trial.of(found);
    }
    List<String> notes = EvaluationNotes.of(report, replay);
    Beside beside = Beside.of(notes, drill.injections(), inputs);
    @Nullable Noise told = noise.given() ? found : null;
    List<Report> parts =
        new ArrayList<>(
            List.of(
                new ReplayText(
                    report, notes, routing, times.zone(), OutputOptions.width(), output.quiet())));
    if (told != null) {
      parts.add(new NoiseText(told, times.zone()));
    }
    @Nullable NotificationTotals totals =
        pages == null ? null : new NotificationTotals(pages, times.zone());
    if (totals != null) {
      parts.add(totals);
    }
    deliver(
        session,
        report,
        parts,
        new ReplayJson(
            report, routing, notified, totals, told, beside, session.aftermath().diagnostics()),
        inputs);
    if (found != null && page.given()) {
      page.write(
          session,
          "Replay",
          ReportSections.ofReplay(
              report, found, beside, replay.evaluator(), notified, times.zone()),
          report.range(),
          times.zone());
    }
    remote.ifPresent(ServerEngine::finish);
    required.check(report.data());
    return failures.status(session, inputs, report.failures());
  }

  private void deliver(
      Session session, ReplayReport report, List<Report> parts, Report json, RuleInputs inputs)
      throws IOException {
    // Without totals there is a blank line at the end of the first already.
    Report told = OutputOptions.folded(Report.parted(parts, output.quiet() ? 1 : 0));
    Report text = SkippedText.below(told, inputs.skipped(), output.quiet(), output.verbose());
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> text;
              case JSON -> json;
              case CSV -> new ReplayCsv(report);
              case OPENMETRICS -> new ReplayOpenMetrics(report);
              default -> throw format.notOffered();
            });
  }

  private ReplayReport chosen(ReplayReport report, List<RuleFile> files, SeriesSource source) {
    if (alert.get().isEmpty()) {
      return report;
    }
    LabelMatcher matcher = matcher(alert.required());
    ReplayReport chosen = report.ofAlerts(matcher::matches);
    if (chosen.alerts().isEmpty()) {
      throw KnownAlerts.unknown(
          alert.required(),
          report.alerts().stream().map(each -> each.rule().name().value()).toList());
    }
    return AlertGround.narrowed(chosen, files, source);
  }

  private static LabelMatcher matcher(String regex) {
    try {
      return LabelMatcher.of(Labels.ALERT_NAME, LabelMatcher.Operator.REGEX, regex);
    } catch (PatternSyntaxException e) {
      throw new UsageException("--alert '" + regex + "': " + e.getMessage());
    }
  }
}

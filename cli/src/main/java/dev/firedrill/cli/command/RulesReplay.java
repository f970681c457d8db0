package dev.firedrill.cli.command;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.AlertmanagerConfig;
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
import dev.firedrill.cli.input.SentAlerts;
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
import dev.firedrill.cli.option.ReplayGroundOptions;
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
import dev.firedrill.engine.Engine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.AlertGround;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rules replay`: when alerts would have been pending and firing on recorded series.
final class RulesReplay implements Command {
  private final RulePathOptions paths;
  private final ReplayGroundOptions grounds;
  private final TimeRangeOptions times;
  private final Value alert;
  private final InlineRuleOptions inline;
  private final RequireDataOption required;
  private final Flag noise;
  private final AlertmanagerOption alertmanager;
  private final ReportOption page;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesReplay(Options options) {
    paths = new RulePathOptions(options);
    DataOption data = new DataOption(options);
    times = new TimeRangeOptions(options);
    InjectOption inject = new InjectOption(options);
    EngineOption engine = new EngineOption(options, data, inject);
    IntervalOption interval = new IntervalOption(options);
    alert = options.value("--alert", "REGEX", "show only alerts whose whole name matches");
    inline = new InlineRuleOptions(options);
    required = new RequireDataOption(options);
    noise =
        options.flag(
            "--noise",
            "say which alerts flap, fire together, never could fire or fire all the time");
    PrometheusOption prometheus = new PrometheusOption(options);
    grounds = new ReplayGroundOptions(paths, data, times, inject, engine, prometheus, interval);
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
    ReplayGround ground = grounds.read(session, inputs, files);
    @Nullable AlertmanagerConfig config =
        alertmanager.configFor(session, inputs.paths()).orElse(null);
    Outcome outcome =
        config == null ? replayed(session, ground) : notified(session, ground, config);
    deliver(session, ground, outcome);
    ground.finish();
    required.check(outcome.report().data());
    return failures.status(session, inputs, outcome.report().failures());
  }

  /// What a replay came to.
  ///
  /// @param report of the alerts that are shown
  /// @param noise what makes them noisy; null where nobody asks
  /// @param paging whom they reach; null without an Alertmanager
  private record Outcome(ReplayReport report, @Nullable Noise noise, @Nullable Paging paging) {}

  /// Whom alerts reach.
  ///
  /// @param messages what notifications say; null where nobody reads it
  private record Paging(
      AlertRouting routing, NotificationTotals totals, @Nullable Notified messages) {}

  private Outcome replayed(Session session, ReplayGround ground) {
    ReplayProgress progress = ground.progress(session);
    ReplayReport whole = ground.run(progress);
    progress.clear();
    ReplayReport report = chosen(whole, ground);
    return new Outcome(report, noise(report, ground), null);
  }

  private Outcome notified(Session session, ReplayGround ground, AlertmanagerConfig config)
      throws IOException {
    SentLabels.tellOfChoice(session, ground.server());
    OutgoingLabels outgoing = ground.server().outgoing();
    ReplayProgress progress = ground.progress(session);
    @Nullable SentAlerts sent =
        noise.given() || page.given() ? new SentAlerts(progress, outgoing) : null;
    NotificationRun run =
        ground.notified(config, List.of(), Behaviour.V0_34, sent == null ? progress : sent);
    progress.clear();
    ReplayReport report = chosen(run.replay(), ground);
    @Nullable Noise found = noise(report, ground);
    if (found != null && sent != null) {
      ProgressLine line = new ProgressLine(session);
      found = new AdviceTrial(run, sent, config, List.of(), Behaviour.V0_34, line).of(found);
    }
    boolean every = alert.get().isEmpty();
    NotificationLog pages = every ? run.log() : run.log(report.alerts(), true);
    NotificationLog log = every ? run.log() : run.log(report.alerts(), false);
    // What is not rendered needs no templates.
    @Nullable Notified messages =
        output.wants(Format.JSON) || page.given()
            ? Notified.of(session, config, log, outgoing)
            : null;
    Paging paging =
        new Paging(
            AlertRouting.of(config.route(), outgoing),
            new NotificationTotals(pages, times.zone()),
            messages);
    return new Outcome(report, found, paging);
  }

  private @Nullable Noise noise(ReplayReport report, ReplayGround ground) {
    return noise.given() || page.given()
        ? ReportSections.noise(report, ground.replay().evaluator())
        : null;
  }

  private void deliver(Session session, ReplayGround ground, Outcome outcome) throws IOException {
    ReplayReport report = outcome.report();
    @Nullable Paging paging = outcome.paging();
    @Nullable Noise found = outcome.noise();
    @Nullable Notified messages = paging == null ? null : paging.messages();
    List<String> notes = EvaluationNotes.of(report, ground.replay());
    Beside beside = ground.beside(notes);
    Report text = text(outcome, notes, ground.inputs());
    Report json =
        new ReplayJson(
            report,
            paging == null ? null : paging.routing(),
            messages,
            paging == null ? null : paging.totals(),
            noise.given() ? found : null,
            beside,
            session.aftermath().diagnostics());
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
    if (found != null && page.given()) {
      Engine engine = ground.replay().evaluator();
      List<ReportSection> sections =
          ReportSections.ofReplay(report, found, beside, engine, messages, times.zone());
      page.write(session, "Replay", sections, report.range(), times.zone());
    }
  }

  private Report text(Outcome outcome, List<String> notes, RuleInputs inputs) {
    @Nullable Paging paging = outcome.paging();
    @Nullable Noise found = outcome.noise();
    @Nullable AlertRouting routing = paging == null ? null : paging.routing();
    boolean brief = output.quiet();
    List<Report> parts = new ArrayList<>();
    parts.add(
        new ReplayText(
            outcome.report(), notes, routing, times.zone(), OutputOptions.width(), brief));
    if (found != null && noise.given()) {
      parts.add(new NoiseText(found, times.zone()));
    }
    if (paging != null) {
      parts.add(paging.totals());
    }
    // Without totals there is a blank line at the end of the first already.
    Report told = OutputOptions.folded(Report.parted(parts, brief ? 1 : 0));
    return SkippedText.below(told, inputs.skipped(), brief, output.verbose());
  }

  private ReplayReport chosen(ReplayReport report, ReplayGround ground) {
    ground.replay().checkEvaluated(report);
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
    return AlertGround.narrowed(chosen, ground.files(), ground.source());
  }

  private static LabelMatcher matcher(String regex) {
    try {
      return LabelMatcher.of(Labels.ALERT_NAME, LabelMatcher.Operator.REGEX, regex);
    } catch (PatternSyntaxException e) {
      throw new UsageException("--alert '" + regex + "': " + e.getMessage());
    }
  }
}

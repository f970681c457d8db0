package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.input.ChosenAlert;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.ReplayGround;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.SweepRun;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.InjectOption;
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
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.report.SweepCsv;
import dev.firedrill.cli.report.SweepJson;
import dev.firedrill.cli.report.SweepMarkdown;
import dev.firedrill.cli.report.SweepText;
import dev.firedrill.cli.report.SweepWords;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.incident.Incident;
import dev.firedrill.incident.IncidentReader;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.replay.sweep.KnownIncidents;
import dev.firedrill.replay.sweep.SuggestedThreshold;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepException;
import dev.firedrill.replay.sweep.SweepPlan;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `rules sweep`: what other settings of an alert would have done on recorded series.
final class RulesSweep implements Command {
  private static final long TOLERANCE = 600_000;

  private final RulePathOptions paths;
  private final Value alert;
  private final Values settings;
  private final Flag suggest;
  private final Value incidents;
  private final Value tolerance;
  private final TimeRangeOptions times;
  private final AlertmanagerOption alertmanager;
  private final ReplayGroundOptions grounds;
  private final RequireDataOption required;
  private final ReportOption page;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesSweep(Options options) {
    paths = new RulePathOptions(options);
    alert = options.value("--alert", "NAME", "the alert; FILE:LINE where several have the name");
    settings =
        options.values(
            "--set",
            "KEY=V,V...",
            "values to try: for, keep_firing_for, range, range:5m, or a number of the expression");
    suggest =
        options.flag(
            "--suggest", "try quantiles of the watched value, from max to median, as threshold");
    incidents =
        options.value("--incidents", "FILE", "times that should have been caught: YAML or .csv");
    tolerance =
        options.value(
            "--tolerance",
            "DURATION",
            "how far from an incident an alert may fire and be about it (default: 10m)");
    DataOption data = new DataOption(options);
    times = new TimeRangeOptions(options);
    IntervalOption interval = new IntervalOption(options);
    PrometheusOption prometheus = new PrometheusOption(options);
    alertmanager = AlertmanagerOption.optional(options);
    InjectOption inject = new InjectOption(options);
    EngineOption engine = new EngineOption(options, data, inject);
    grounds = new ReplayGroundOptions(paths, data, times, inject, engine, prometheus, interval);
    required = new RequireDataOption(options);
    page = new ReportOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.CSV, Format.MARKDOWN);
    options.example(
        "firedrill rules sweep rules/ --alert GPUHot --set for=1m,5m,15m --set 85=80,85,90 --data"
            + " recording.om",
        "nine combinations of `for` and of the 85 in the expression");
    options.example(
        "firedrill rules sweep rules/ --alert GPUHot --set for=1m,5m --incidents incidents.yml"
            + " --data recording.om",
        "which of them would have caught the incidents, and how early");
    options.example(
        "firedrill rules sweep rules/ --alert GPUHot --suggest --data recording.om",
        "what the temperatures were, and how often other thresholds would have fired");
  }

  @Override
  public int run(Session session) throws IOException {
    checkOptions();
    RuleInputs inputs = paths.read(session);
    List<RuleFile> files = RuleReplay.valid(session, inputs);
    AlertingRule rule = ChosenAlert.of(alert.required(), files);
    // What cannot be tried is told before data are read.
    @Nullable SuggestedThreshold threshold = tried(() -> checked(rule));
    List<Incident> wanted = incidents(session);
    ReplayGround ground = grounds.read(session, inputs, files);
    TimeRange range = ground.range();
    RuleReplay replay = ground.replay();
    @Nullable KnownIncidents known = known(wanted, range);
    @Nullable AlertmanagerConfig config =
        alertmanager.configFor(session, inputs.paths()).orElse(null);
    ReplayProgress progress = ground.progress(session);
    SweepRun run = new SweepRun(replay, files, ground.source(), range, progress);
    @Nullable ValueDistribution values =
        threshold == null ? null : tried(() -> run.values(rule, threshold));
    SweepPlan plan = tried(() -> plan(rule, values));
    SweepRun.Result result = run.run(plan, config);
    progress.clear();
    replay.checkEvaluated(result.outcome(), range);
    Sweep sweep = Sweep.of(plan, result.outcome(), range, known, values, result.pages());
    List<String> notes = EvaluationNotes.of(result.outcome(), replay);
    Beside beside = ground.beside(notes);
    deliver(session, sweep, beside);
    warn(session, sweep);
    if (page.given()) {
      SeriesSource all = result.outcome().source();
      page.write(
          session,
          "Sweep",
          ReportSections.ofSweep(sweep, beside, all, replay.evaluator(), times.zone()),
          range,
          times.zone());
    }
    ground.finish();
    required.check(sweep.data());
    return failures.status(session, inputs, List.of());
  }

  private void checkOptions() {
    if (alert.get().isEmpty()) {
      throw new UsageException("option --alert NAME is missing: which alert?");
    }
    if (settings.get().isEmpty() && !suggest.given()) {
      throw new UsageException(
          "option --set KEY=VALUE,VALUE is missing: what is to be tried? for=1m,5m, for example");
    }
  }

  private void deliver(Session session, Sweep sweep, Beside beside) throws IOException {
    Paint paint = new Paint(output.colored(session));
    output.deliver(
        session,
        format ->
            switch (format) {
              case JSON -> new SweepJson(sweep, beside);
              case CSV -> new SweepCsv(sweep);
              case MARKDOWN -> new SweepMarkdown(sweep, times.zone(), beside);
              default ->
                  SkippedText.below(
                      new SweepText(sweep, beside.notes(), times.zone(), output.quiet(), paint),
                      beside.skipped(),
                      output.quiet(),
                      output.verbose());
            });
  }

  // Text says so itself, unless it is brief, and so does Markdown.
  private void warn(Session session, Sweep sweep) {
    boolean said = output.wants(Format.TEXT) && !output.quiet();
    if (!said && !output.wants(Format.MARKDOWN)) {
      for (String line : new SweepWords(sweep, times.zone()).leftOut()) {
        session.err().println("firedrill: warning: " + line);
      }
    }
  }

  private @Nullable SuggestedThreshold checked(AlertingRule rule) {
    plan(rule, null);
    if (!suggest.given()) {
      return null;
    }
    SuggestedThreshold threshold = SuggestedThreshold.of(rule);
    SweepPlan.checkSuggested(rule, settings.get(), threshold);
    return threshold;
  }

  private SweepPlan plan(AlertingRule rule, @Nullable ValueDistribution values) {
    ParseOptions syntax = paths.options().promql();
    return values == null
        ? SweepPlan.of(rule, settings.get(), syntax)
        : SweepPlan.of(rule, settings.get(), values, syntax);
  }

  private static <T extends @Nullable Object> T tried(Supplier<T> part) {
    try {
      return part.get();
    } catch (SweepException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<Incident> incidents(Session session) throws IOException {
    if (incidents.get().isEmpty()) {
      if (tolerance.get().isPresent()) {
        throw new UsageException("--tolerance is for --incidents");
      }
      return List.of();
    }
    Loaded<List<Incident>> loaded =
        IncidentReader.read(new InputFile(incidents.required(), true).read(session));
    if (!loaded.diagnostics().isEmpty()) {
      throw new RejectedException(loaded.diagnostics());
    }
    List<Incident> found = loaded.get().orElse(List.of());
    if (found.isEmpty()) {
      throw new CommandException(incidents.required() + ": holds no incidents");
    }
    return found;
  }

  private @Nullable KnownIncidents known(List<Incident> all, TimeRange range) {
    if (all.isEmpty()) {
      return null;
    }
    long around = tolerance.get().isPresent() ? tolerance.millisOrNone() : TOLERANCE;
    KnownIncidents known = KnownIncidents.of(all, range, around);
    if (known.within().isEmpty()) {
      throw new CommandException(
          incidents.required() + ": " + SweepWords.noneWithin(known, range, times.zone()));
    }
    return known;
  }
}

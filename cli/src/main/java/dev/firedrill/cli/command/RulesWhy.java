package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.input.ReplayGround;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.InjectOption;
import dev.firedrill.cli.option.InlineRuleOptions;
import dev.firedrill.cli.option.IntervalOption;
import dev.firedrill.cli.option.LabelSets;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.ReplayGroundOptions;
import dev.firedrill.cli.option.RequireDataOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.SilencesOption;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.AlertStoryText;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.PagingText;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.SentMessages;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.report.WhyJson;
import dev.firedrill.cli.report.WhyText;
import dev.firedrill.cli.report.WhyText.Detail;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rules why`: why an alert did or did not fire at a time.
final class RulesWhy implements Command {
  private final RulePathOptions paths;
  private final Value alert;
  private final Value at;
  private final Values labels;
  private final TimeRangeOptions times;
  private final InlineRuleOptions inline;
  private final RequireDataOption required;
  private final ReplayGroundOptions grounds;
  private final AlertmanagerOption alertmanager;
  private final SilencesOption silences;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesWhy(Options options) {
    paths = new RulePathOptions(options);
    alert = options.value("--alert", "NAME", "the alert that is asked about");
    at = options.value("--at", "TIME", "the time that is asked about, in the forms of --start");
    labels =
        options.values(
            "--label", "NAME=VALUE", "look only at instances with this label; may be repeated");
    DataOption data = new DataOption(options);
    times = new TimeRangeOptions(options);
    InjectOption inject = new InjectOption(options);
    inline = InlineRuleOptions.withoutLabels(options);
    required = new RequireDataOption(options);
    EngineOption engine = new EngineOption(options, data, inject);
    IntervalOption interval = new IntervalOption(options);
    PrometheusOption prometheus = new PrometheusOption(options);
    grounds = new ReplayGroundOptions(paths, data, times, inject, engine, prometheus, interval);
    alertmanager = AlertmanagerOption.optional(options);
    silences = new SilencesOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example(
        "firedrill rules why rules/ --alert QueueLong --at 2026-11-20T08:30:00Z --data"
            + " recording.om",
        "did it fire then, and if not, which part of the expression was to blame?");
    options.example(
        "firedrill rules why rules/ --alert QueueLong --at -30m --data recording.om --label"
            + " queue=a",
        "one instance, half an hour before the end of the recording");
  }

  @Override
  public int run(Session session) throws IOException {
    if (alert.get().isEmpty() && !inline.given()) {
      throw new UsageException("option --alert NAME is missing: which alert?");
    }
    if (at.get().isEmpty()) {
      throw new UsageException("option --at TIME is missing: when did it fire, or did not?");
    }
    String name = alert.orElse(InlineRuleOptions.NAME);
    List<RuleFile> files = new ArrayList<>();
    RuleInputs inputs = paths.read(session, inline, files);
    KnownAlerts.check(name, files);
    ReplayGround ground = grounds.readAround(session, inputs, files, at);
    Why.Answer answer = answer(session, ground, name);
    @Nullable AlertmanagerConfig config =
        alertmanager.configFor(session, inputs.paths()).orElse(null);
    if (config == null && silences.given()) {
      throw new UsageException("--silences: is for --alertmanager: whom would it have paged?");
    }
    Beside beside = ground.beside(List.of());
    if (config != null) {
      NotificationRun run =
          ground.notified(config, silences.read(session), Behaviour.V0_34, AlertListener.NONE);
      deliver(session, answer, config, run.about(name), inputs, beside);
    } else {
      Report text = withSkipped(text(session, answer), inputs);
      output.deliver(
          session, format -> format == Format.JSON ? new WhyJson(answer, null, beside) : text);
    }
    ground.finish();
    required.check(answer.trace().report().data());
    return failures.status(session, inputs, answer.trace().report().failures());
  }

  private Why.Answer answer(Session session, ReplayGround ground, String name) {
    ReplayProgress progress = ground.progress(session);
    long asked = times.time(at, ground.extent());
    Why.Answer answer =
        ground.explain(new Why.Question(name, asked, LabelSets.of(labels.get())), progress);
    progress.clear();
    checkEvaluated(answer, ground.range());
    return answer;
  }

  private static void checkEvaluated(Why.Answer answer, TimeRange range) {
    @Nullable Long first = null;
    for (AlertExplanation each : answer.alerts()) {
      @Nullable Long own = each.first();
      if (each.evaluation() != null) {
        return;
      }
      first = own == null || (first != null && first < own) ? first : own;
    }
    throw new CommandException(
        "the rules were not evaluated by then: the replay begins at "
            + Instant.ofEpochMilli(range.first())
            + (first == null ? "" : ", the first evaluation is at " + Instant.ofEpochMilli(first)));
  }

  private Report withSkipped(Report text, RuleInputs inputs) {
    return SkippedText.below(text, inputs.skipped(), output.quiet(), output.verbose());
  }

  private Report text(Session session, Why.Answer answer) {
    Detail detail = output.quiet() ? Detail.BRIEF : output.verbose() ? Detail.WHOLE : Detail.USUAL;
    return new WhyText(answer, times.zone(), detail, new Paint(output.colored(session)));
  }

  private void deliver(
      Session session,
      Why.Answer answer,
      AlertmanagerConfig config,
      NotificationRun run,
      RuleInputs inputs,
      Beside beside)
      throws IOException {
    Paint paint = new Paint(output.colored(session));
    Report why =
        Report.both(
            text(session, answer), new PagingText(answer, run, config, times.zone(), paint));
    NotificationRun then =
        run.between(answer.told(run.replay().range()), answer.question()::asksFor);
    output.deliver(
        session,
        format ->
            switch (format) {
              case JSON -> new WhyJson(answer, then, beside);
              default ->
                  withSkipped(
                      output.verbose() ? Report.both(why, story(session, config, then)) : why,
                      inputs);
            });
  }

  private Report story(Session session, AlertmanagerConfig config, NotificationRun then) {
    return out -> {
      SentMessages messages =
          SentMessages.of(config, new NotificationTemplateFiles(session).of(config));
      Paint paint = new Paint(output.colored(session));
      new AlertStoryText(then, config, messages, times.zone(), paint).write(out.append('\n'));
    };
  }
}

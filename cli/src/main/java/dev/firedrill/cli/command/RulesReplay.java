package dev.firedrill.cli.command;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.ReplayJson;
import dev.firedrill.cli.report.ReplayText;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.List;

/// `rules replay`: when alerts would have been pending and firing on recorded series.
final class RulesReplay implements Command {
  private final RulePathOptions paths;
  private final DataOption data;
  private final TimeRangeOptions times;
  private final Value interval;
  private final Value alert;
  private final PrometheusOption prometheus;
  private final OutputOptions output;

  RulesReplay(Options options) {
    paths = new RulePathOptions(options);
    data = new DataOption(options);
    times = new TimeRangeOptions(options);
    interval =
        options.value(
            "--interval", "DURATION", "evaluate all groups so often (default: their own)");
    alert = options.value("--alert", "REGEX", "show only alerts whose whole name matches");
    prometheus = new PrometheusOption(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill rules replay rules/ --data recording.om", "all of a recording");
    options.example(
        "firedrill rules replay rules/ --data recording.om.gz --start -6h --alert 'GPU.*'",
        "some alerts, in the last six hours of it");
  }

  @Override
  public int run(Session session) throws IOException {
    RuleInputs inputs = paths.read(session);
    List<RuleFile> files = RuleReplay.valid(inputs);
    SeriesSource source = data.read(session);
    TimeRange all =
        source.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    KnownServer server = prometheus.told(session, inputs.paths());
    ReplayReport whole =
        RuleReplay.of(server.global(), server.externalLabels(), forced())
            .with(paths.engine())
            .run(files, source, times.range(all));
    ReplayReport report = chosen(whole);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  new ReplayText(report, times.zone(), OutputOptions.width(), output.quiet());
              case JSON -> new ReplayJson(report);
              default -> throw format.notOffered();
            });
    return ExitStatus.OK;
  }

  private long forced() {
    if (interval.get().isEmpty()) {
      return 0;
    }
    try {
      long millis = PrometheusDuration.parseMillis(interval.required());
      if (millis > 0) {
        return millis;
      }
    } catch (GoFormatException e) {
      throw new UsageException("--interval '" + interval.required() + "': expected 30s, 1m");
    }
    throw new UsageException("--interval '" + interval.required() + "': must be more than nothing");
  }

  private ReplayReport chosen(ReplayReport report) {
    if (alert.get().isEmpty()) {
      return report;
    }
    LabelMatcher matcher = matcher(alert.required());
    List<AlertReplay> alerts =
        report.alerts().stream()
            .filter(each -> matcher.matches(each.rule().name().value()))
            .toList();
    if (alerts.isEmpty()) {
      throw new CommandException("no alert is named '" + alert.required() + "'");
    }
    return new ReplayReport(report.range(), report.data(), alerts, report.failures());
  }

  private static LabelMatcher matcher(String regex) {
    try {
      return LabelMatcher.of(Labels.ALERT_NAME, LabelMatcher.Operator.REGEX, regex);
    } catch (PatternSyntaxException e) {
      throw new UsageException("--alert '" + regex + "': " + e.getMessage());
    }
  }
}

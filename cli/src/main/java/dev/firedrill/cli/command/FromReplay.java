package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.InjectOption;
import dev.firedrill.cli.option.IntervalOption;
import dev.firedrill.cli.option.LabelSets;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RuleReadingOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.FaultWords;
import dev.firedrill.cli.report.IncidentTestYaml;
import dev.firedrill.cli.report.IncidentWords;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.replay.fixture.IncidentTest;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Drill;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// `rules test --from-replay`: writes a unit test that shows what an alert did on a recording.
final class FromReplay {
  private static final String STANDARD_OUTPUT = "incident_test.yml";

  private final ProjectOptions project;
  private final Value incident;
  private final Values labels;
  private final DataOption data;
  private final TimeRangeOptions times;
  private final InjectOption inject;
  private final IntervalOption interval;
  private final PrometheusOption prometheus;

  FromReplay(Options options) {
    project = ProjectOptions.of(options);
    incident =
        options.value(
            "--from-replay",
            "ALERT@TIME",
            "write the smallest unit test of what an alert did then; arguments are rule files");
    labels =
        options.values("--label", "NAME=VALUE", "with --from-replay: the instance that is meant");
    data = new DataOption(options);
    times = new TimeRangeOptions(options);
    inject = new InjectOption(options);
    interval = new IntervalOption(options);
    prometheus = new PrometheusOption(options);
    options.example(
        "firedrill rules test --from-replay QueueLong@2026-11-20T08:30:00Z --data recording.om"
            + " rules/ --output tests/queue_long_test.yml",
        "keep an incident as a unit test");
  }

  boolean given() {
    return incident.get().isPresent();
  }

  /// Writes the test.
  ///
  /// @param paths of rule files
  /// @param file where to; empty for standard output
  int run(Session session, List<String> paths, RuleReadingOptions reading, String file)
      throws IOException {
    checkWritable(session, file);
    String text = incident.required();
    int at = text.lastIndexOf('@');
    if (at <= 0) {
      throw new UsageException(
          "--from-replay '" + text + "': expected ALERT@TIME, as QueueLong@2026-11-20T08:30:00Z");
    }
    List<InputFile> selected = PathSelection.of(session, rules(session, paths));
    RuleInputs inputs = RuleInputs.read(session, selected, reading.options());
    List<RuleFile> files = RuleReplay.valid(session, inputs);
    String alert = text.substring(0, at);
    KnownAlerts.check(alert, files);
    String time = text.substring(at + 1);
    SeriesSource recorded =
        data.read(session, inputs.paths(), times.boundsAround(time, System.currentTimeMillis()));
    TimeRange all =
        recorded.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    long asked = times.time(time, all);
    KnownServer server = prometheus.told(session, inputs.paths());
    TimeRange range = times.rangeWith(asked, "--from-replay", all);
    checkRecorded(asked, all);
    Drill drill = inject.apply(session, recorded, range);
    SeriesSource source = drill.source();
    RuleReplay replay =
        RuleReplay.of(server, interval.millis())
            .with(reading.engine())
            .asRecorded(files, source, range);
    ReplayProgress progress = new ReplayProgress(new ProgressLine(session), range);
    LongFunction<Why.Answer> explained =
        when -> {
          Why.Answer told =
              replay.explain(
                  files,
                  source,
                  range,
                  new Why.Question(alert, when, LabelSets.of(labels.get())),
                  progress);
          progress.clear();
          return told;
        };
    Why.Answer answer = explained.apply(asked);
    IncidentWords words = new IncidentWords(answer, times.zone());
    words
        .hindrance()
        .ifPresent(
            reason -> {
              throw new CommandException(IncidentWords.NO_TEST + reason);
            });
    IncidentTest test =
        replay
            .incident(files, source, range, answer)
            .or(
                () ->
                    words
                        .began()
                        .flatMap(
                            when -> replay.incident(files, source, range, explained.apply(when))))
            .orElseThrow(() -> new CommandException(IncidentWords.NO_TEST + words.otherwise()));
    if (test.recorded() == 0 && test.expected().isEmpty() && !words.isPending()) {
      throw new CommandException(IncidentWords.NO_TEST + words.nothingRead());
    }
    words.remark(test).ifPresent(remark -> session.err().println("firedrill: " + remark));
    write(session, test, reading, file, drill, server.externalLabels());
    return ExitStatus.OK;
  }

  private static void checkRecorded(long asked, TimeRange all) {
    if (asked > all.last()) {
      throw new CommandException(
          "there are no data at "
              + Instant.ofEpochMilli(asked)
              + ": they end at "
              + Instant.ofEpochMilli(all.last()));
    }
  }

  private List<String> rules(Session session, List<String> paths) throws IOException {
    if (!paths.isEmpty()) {
      return paths;
    }
    List<String> found = project.files(session, StackPart.RULES);
    return found.isEmpty() ? List.of(".") : found;
  }

  // Tests that somebody wrote are not lost by a slip.
  private static void checkWritable(Session session, String file) throws IOException {
    Path path = session.resolve(file);
    if (!file.isEmpty()
        && Files.exists(path)
        && !Files.readString(path).contains(IncidentTestYaml.ORIGIN)) {
      throw new CommandException(
          file + ": is there already, and was not written by --from-replay: choose another name");
    }
  }

  private void write(
      Session session,
      IncidentTest test,
      RuleReadingOptions reading,
      String file,
      Drill drill,
      Map<String, String> externalLabels)
      throws IOException {
    String path = file.isEmpty() ? STANDARD_OUTPUT : file;
    boolean shown =
        test.rules().stream().anyMatch(rule -> rule.toString().contains("externalLabels"));
    StringBuilder yaml = new StringBuilder();
    new IncidentTestYaml(
            test,
            ruleFiles(session, test, path),
            String.join(", ", data.names()),
            drill.injections().stream().map(FaultWords::fault).toList(),
            shown ? externalLabels : Map.of())
        .write(yaml);
    check(session, SourceFile.of(path, yaml.toString()), reading);
    if (file.isEmpty()) {
      session.out().print(yaml);
      return;
    }
    AtomicFile.write(session.resolve(file), yaml.toString().getBytes(StandardCharsets.UTF_8));
    session.out().println(file + ": " + IncidentWords.size(test));
  }

  private static List<String> ruleFiles(Session session, IncidentTest test, String path) {
    Path folder = session.resolve(path).toAbsolutePath().normalize().getParent();
    Set<String> files = new TreeSet<>();
    for (Rule rule : test.rules()) {
      Path rules = session.resolve(rule.location().file().path()).toAbsolutePath().normalize();
      files.add(folder == null ? rules.toString() : folder.relativize(rules).toString());
    }
    return List.copyOf(files);
  }

  // What is written must pass as it is.
  private static void check(Session session, SourceFile file, RuleReadingOptions reading) {
    TestSettings settings = TestSettings.of(reading.options(), name -> true);
    TestFileOutcome outcome = TestFileOutcome.of(file, session.directory(), settings);
    if (!outcome.passed()) {
      throw new CommandException(IncidentWords.NO_TEST + IncidentWords.failure(outcome));
    }
  }
}

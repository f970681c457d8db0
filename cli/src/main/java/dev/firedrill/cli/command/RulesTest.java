package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.input.WatchedFolders;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RuleReadingOptions;
import dev.firedrill.cli.option.SkippedOption;
import dev.firedrill.cli.option.TestChoiceOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.SkippedGithub;
import dev.firedrill.cli.report.UnitTestsGithub;
import dev.firedrill.cli.report.UnitTestsJson;
import dev.firedrill.cli.report.UnitTestsJunit;
import dev.firedrill.cli.report.UnitTestsText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.test.RuleFileCache;
import dev.firedrill.rules.test.TestServer;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `rules test`: do rules do what their unit tests expect?
final class RulesTest implements Command {
  private final TestChoiceOptions choice;
  private final ProjectOptions project;
  private final RuleReadingOptions reading;
  private final Flag allRules;
  private final Flag strict;
  private final Flag diff;
  private final WorkersOption workers;
  private final PrometheusOption prometheus;
  private final Flag watch;
  private final TestExtras extras;
  private final FromReplay incident;
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  RulesTest(Options options) {
    choice =
        new TestChoiceOptions(
            options,
            "[FILE...]",
            "unit-test files, folders, globs, or - (default: the settings' tests, or this folder)");
    strict = options.flag("--strict", "tests that may pass without testing anything are an error");
    diff = options.flag("--diff", "show what differs as a unified diff");
    project = ProjectOptions.of(options);
    reading = new RuleReadingOptions(options);
    allRules =
        options.flag(
            "--all-rules", "evaluate also the rules on which no test depends, as promtool does");
    workers = WorkersOption.of(options);
    prometheus = new PrometheusOption(options);
    watch = options.flag("--watch", "run again what a saved file touches, until interrupted");
    extras = new TestExtras(options);
    incident = new FromReplay(options);
    Value junit = options.value("--junit", "FILE", "write a JUnit report; --format junit=FILE");
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.JUNIT, Format.GITHUB);
    output.shorthand(junit, Format.JUNIT);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
    options.example("firedrill rules test tests/", "all unit tests of a folder");
    options.example("firedrill rules test --run '^a worker' tests/workers_test.yml", "some tests");
    options.example(
        "firedrill rules test --strict --junit report.xml", "in continuous integration");
  }

  @Override
  public int run(Session session) throws IOException {
    if (incident.given()) {
      if (output.formatGiven()) {
        throw new UsageException(
            "--format: --from-replay writes no results but a test: --output FILE says where");
      }
      return incident.run(session, choice.files(), reading, output.file());
    }
    if (!watch.given()) {
      return test(session, choice.selected(session, project));
    }
    if (choice.files().contains(InputFile.STANDARD_INPUT)) {
      throw new UsageException("--watch cannot watch standard input");
    }
    try (WatchedFolders folders = new WatchedFolders()) {
      return new TestWatch(
              session,
              folders,
              () -> server(session),
              () -> choice.selected(session, project),
              touched -> test(session, touched))
          .run();
    }
  }

  private int test(Session session, List<InputFile> selected) throws IOException {
    TestExtras.Started started = extras.start();
    TestSettings settings =
        new TestSettings(
            new RuleFileCache(reading.options()),
            choice.wanted(),
            allRules.given(),
            reading.engine(),
            workers.count(),
            server(session));
    UnitTestRun tested = UnitTestRun.of(session, selected, settings, started.observer());
    if (tested.files().isEmpty()) {
      String where = choice.files().isEmpty() ? "" : " in " + String.join(", ", choice.files());
      throw new CommandException("no unit-test files" + where);
    }
    // Where files are watched, only those that were touched are run again.
    if (tested.tests() == 0
        && tested.diagnostics().isEmpty()
        && !choice.names().isEmpty()
        && !watch.given()) {
      throw new CommandException(
          "no tests of these names: --run " + String.join(", ", choice.names()));
    }
    UnitTestRun finished = started.finish(session, tested, settings, reading.options().promql());
    UnitTestRun run = strict.given() ? finished.strict() : finished;
    output.deliver(session, format -> report(format, run, started, session));
    List<Diagnostic> findings = new ArrayList<>(run.diagnostics());
    findings.addAll(started.diagnostics());
    int status = failOn.status(findings, run.failed() > 0);
    return failOnSkipped.status(session, status, run.skipped());
  }

  // What tests take from their server only where it is named: as promtool runs them, they say all
  // themselves.
  private TestServer server(Session session) throws IOException {
    KnownServer known = prometheus.told(session, (Path) null);
    PrometheusConfig config = known.config();
    List<Located<String>> ruleFiles = new ArrayList<>();
    if (config != null) {
      Path file = session.resolve(config.source().path()).toAbsolutePath().normalize();
      Path folder = file.resolveSibling("").normalize();
      PathMap paths = pathMap(session, file);
      for (Located<String> pattern : config.ruleFiles()) {
        Path found = session.resolve(paths.resolve(pattern.value(), folder));
        ruleFiles.add(new Located<>(Stacks.shown(session, found), pattern.location()));
      }
    }
    return new TestServer(
        known.global().effectiveEvaluationInterval(),
        known.outgoing(),
        prometheus.variables(session),
        ruleFiles);
  }

  private PathMap pathMap(Session session, Path file) throws IOException {
    for (StackFiles stack : project.stacks(session)) {
      Path own = stack.prometheus();
      if (own != null && own.toAbsolutePath().normalize().equals(file)) {
        return stack.pathMap();
      }
    }
    return PathMap.NONE;
  }

  private Report report(
      Format format, UnitTestRun run, TestExtras.Started started, Session session) {
    boolean colored = output.colored(session);
    FailureStyle style = FailureStyle.of(colored, OutputOptions.width(), diff.given());
    return switch (format) {
      case TEXT ->
          started.text(
              new UnitTestsText(run, style, output.quiet(), output.verbose()),
              colored,
              output.quiet());
      case JSON -> new UnitTestsJson(run, started::json);
      case JUNIT -> new UnitTestsJunit(run, RepositoryPaths.of(session), failOnSkipped.given());
      case GITHUB ->
          Report.both(
              new UnitTestsGithub(run, style, RepositoryPaths.of(session)),
              new SkippedGithub(run.skipped(), failOnSkipped.given(), RepositoryPaths.of(session)));
      default -> throw format.notOffered();
    };
  }
}

package dev.firedrill.cli.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.PathSelection;
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
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.UnitTestsGithub;
import dev.firedrill.cli.report.UnitTestsJson;
import dev.firedrill.cli.report.UnitTestsJunit;
import dev.firedrill.cli.report.UnitTestsText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Re2;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.test.RuleFileCache;
import dev.firedrill.rules.test.TestServer;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// `rules test`: do rules do what their unit tests expect?
final class RulesTest implements Command {
  private final Values files;
  private final Values names;
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
    files =
        options.arguments(
            "[FILE...]",
            "unit-test files, folders, globs, or - (default: the settings' tests, or this folder)");
    names = options.values("--run", "REGEX", "run tests whose names match; may be repeated");
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
    options.whenParsed(this::wanted);
  }

  @Override
  public int run(Session session) throws IOException {
    if (incident.given()) {
      if (output.formatGiven()) {
        throw new UsageException(
            "--format: --from-replay writes no results but a test: --output FILE says where");
      }
      return incident.run(session, files.get(), reading, output.file());
    }
    if (!watch.given()) {
      return test(session, selected(session));
    }
    if (files.get().contains(InputFile.STANDARD_INPUT)) {
      throw new UsageException("--watch cannot watch standard input");
    }
    try (WatchedFolders folders = new WatchedFolders()) {
      return new TestWatch(
              session,
              folders,
              () -> server(session),
              () -> selected(session),
              touched -> test(session, touched))
          .run();
    }
  }

  private int test(Session session, List<InputFile> selected) throws IOException {
    TestExtras.Started started = extras.start();
    TestSettings settings =
        new TestSettings(
            new RuleFileCache(reading.options()),
            wanted(),
            allRules.given(),
            reading.engine(),
            workers.count(),
            server(session));
    UnitTestRun tested = UnitTestRun.of(session, selected, settings, started.observer());
    if (tested.files().isEmpty()) {
      String where = files.get().isEmpty() ? "" : " in " + String.join(", ", files.get());
      throw new CommandException("no unit-test files" + where);
    }
    // Where files are watched, only those that were touched are run again.
    if (tested.tests() == 0
        && tested.diagnostics().isEmpty()
        && !names.get().isEmpty()
        && !watch.given()) {
      throw new CommandException(
          "no tests of these names: --run " + String.join(", ", names.get()));
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
      case JUNIT -> new UnitTestsJunit(run);
      case GITHUB -> new UnitTestsGithub(run, style);
      default -> throw format.notOffered();
    };
  }

  private List<InputFile> selected(Session session) throws IOException {
    List<String> given = files.get();
    if (!given.isEmpty()) {
      return PathSelection.of(session, given);
    }
    List<InputFile> found = new ArrayList<>();
    for (String file : project.files(session, StackPart.TESTS)) {
      found.add(new InputFile(file, false));
    }
    return found.isEmpty() ? PathSelection.of(session, List.of(".")) : found;
  }

  private Predicate<String> wanted() {
    List<Pattern> patterns = new ArrayList<>();
    for (String name : names.get()) {
      try {
        patterns.add(Re2.compile(name, 0));
      } catch (PatternSyntaxException e) {
        throw new UsageException("--run '" + name + "': " + e.getMessage());
      }
    }
    return name ->
        patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }
}

package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.MutationRun;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.input.UnitTestUpdate;
import dev.firedrill.cli.option.CoverageOption;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.report.CoverageJson;
import dev.firedrill.cli.report.CoverageText;
import dev.firedrill.cli.report.MutationJson;
import dev.firedrill.cli.report.MutationText;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.TestDebug;
import dev.firedrill.cli.report.UnitTestUpdateText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.rules.test.coverage.Coverage;
import dev.firedrill.rules.test.coverage.CoverageCollector;
import dev.firedrill.rules.test.mutation.MutationBench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `rules test` does beyond running tests: `--coverage`, `--mutate`, `--update`, `--debug`.
final class TestExtras {
  private final CoverageOption coverage;
  private final Flag mutate;
  private final Flag update;
  private final Flag debug;

  TestExtras(Options options) {
    coverage = new CoverageOption(options);
    mutate = options.flag("--mutate", "change rules a little, list changes that no test notices");
    update = options.flag("--update", "write what rules do into expectations that are not met");
    debug =
        options.flag(
            "--debug", "tell on standard error what each evaluation of a test sees and does");
    options.example("firedrill rules test --coverage tests/", "what do the tests leave out?");
  }

  /// {@return what goes with one run of the tests}
  Started start() {
    if (mutate.given() && update.given()) {
      throw new UsageException("--mutate and --update exclude each other");
    }
    return new Started(coverage.collector(), mutate.given());
  }

  /// One run of the tests.
  final class Started {
    private final Optional<CoverageCollector> collector;
    private final Optional<MutationBench> bench;
    private final Optional<TestDebug> log;
    private @Nullable Coverage covered;
    private @Nullable MutationRun mutation;
    private @Nullable UnitTestUpdate updated;

    private Started(Optional<CoverageCollector> collector, boolean mutating) {
      this.collector = collector;
      this.log = debug.given() ? Optional.of(new TestDebug()) : Optional.empty();
      this.bench = mutating ? Optional.of(new MutationBench()) : Optional.empty();
    }

    /// {@return who looks on while the tests run}
    BenchObserver observer() {
      List<BenchObserver> observers = new ArrayList<>();
      collector.ifPresent(observers::add);
      bench.ifPresent(observers::add);
      log.ifPresent(observers::add);
      return BenchObserver.all(observers);
    }

    /// Does what was asked for with tests that have run.
    ///
    /// @param settings with which they were run
    /// @param syntax that rules may use
    /// @return how the tests go now
    UnitTestRun finish(Session session, UnitTestRun run, TestSettings settings, ParseOptions syntax)
        throws IOException {
      if (log.isPresent()) {
        log.get().write(run, session.err());
        session.err().flush();
      }
      if (collector.isPresent()) {
        Coverage all = collector.get().coverage();
        coverage.deliver(session, all);
        covered = all;
      }
      if (bench.isPresent() && run.passed()) {
        mutation = MutationRun.of(session, bench.get(), syntax, settings.workers());
      }
      if (!update.given()) {
        return run;
      }
      UnitTestUpdate written = UnitTestUpdate.of(session, run, settings);
      updated = written;
      return written.run();
    }

    /// {@return a report of the tests with all that there is to say besides}
    Report text(Report tests, boolean colored, boolean quiet) {
      Report report = tests;
      UnitTestUpdate written = updated;
      if (written != null) {
        report = Report.both(new UnitTestUpdateText(written, colored, quiet), report);
      }
      Coverage all = covered;
      if (all != null) {
        report = Report.both(report, new CoverageText(all, quiet));
      }
      MutationRun mutants = mutation;
      if (mutants != null) {
        report = Report.both(report, new MutationText(mutants, quiet));
      } else if (bench.isPresent()) {
        report = Report.both(report, out -> out.append("mutation: not tried, as tests fail\n"));
      }
      return report;
    }

    /// Writes members of the document about the tests.
    void json(Json json) {
      UnitTestUpdate written = updated;
      if (written != null) {
        json.name("updated").object().name("files").value(written.files());
        json.name("assertions").value(written.assertions()).end();
      }
      Coverage all = covered;
      if (all != null) {
        new CoverageJson(all).write(json);
      }
      MutationRun mutants = mutation;
      if (mutants != null) {
        new MutationJson(mutants).write(json);
      }
    }

    /// {@return what `--fail-on` may judge besides the findings about the tests}
    List<Diagnostic> diagnostics() {
      List<Diagnostic> diagnostics = new ArrayList<>();
      MutationRun mutants = mutation;
      if (mutants != null) {
        diagnostics.addAll(mutants.diagnostics());
      }
      return diagnostics;
    }
  }
}

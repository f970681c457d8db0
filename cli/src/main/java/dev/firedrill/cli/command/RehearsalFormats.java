package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.rehearsal.PartReports;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.FindingsCheckstyle;
import dev.firedrill.cli.report.FindingsGithub;
import dev.firedrill.cli.report.FindingsGitlab;
import dev.firedrill.cli.report.FindingsSarif;
import dev.firedrill.cli.report.FindingsTeamcity;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RehearsalFindings;
import dev.firedrill.cli.report.RehearsalJson;
import dev.firedrill.cli.report.RehearsalJunit;
import dev.firedrill.cli.report.RehearsalText;
import dev.firedrill.cli.report.ReplayCsv;
import dev.firedrill.cli.report.ReplayOpenMetrics;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.RouteTestsGithub;
import dev.firedrill.cli.report.ScenariosGithub;
import dev.firedrill.cli.report.UnitTestsGithub;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.replay.ReplayReport;
import java.util.ArrayList;
import java.util.List;

/// Rehearsals in the formats of their parts: findings as `rules lint` and `routes lint` write them,
/// tests as `rules test` and `routes test` do, replays as `rules replay` does.
///
/// @param paths makes paths relative to the repository
/// @param failures what makes a part fail
/// @param style how findings are shown to people
/// @param quiet whether people see only what is wrong
record RehearsalFormats(
    List<Rehearsal> rehearsals,
    RepositoryPaths paths,
    FailureOptions failures,
    TextStyle style,
    boolean quiet) {
  RehearsalFormats {
    rehearsals = List.copyOf(rehearsals);
  }

  /// {@return the rehearsals in one format}
  Report in(Format format) {
    return switch (format) {
      case TEXT -> new RehearsalText(rehearsals, style, quiet);
      case JSON -> new RehearsalJson(rehearsals);
      case JUNIT -> new RehearsalJunit(rehearsals, paths, failures::fails, failures.skippedFail());
      case CSV -> new ReplayCsv(replay(format));
      case OPENMETRICS -> new ReplayOpenMetrics(replay(format));
      case GITHUB -> github();
      default -> findings(format);
    };
  }

  private Report findings(Format format) {
    Judgement judgement = judgement();
    return switch (format) {
      case SARIF -> out -> new FindingsSarif(judgement, Version.own(), paths).write(out);
      case GITLAB -> new FindingsGitlab(judgement, paths);
      case CHECKSTYLE -> new FindingsCheckstyle(judgement, paths);
      case TEAMCITY -> new FindingsTeamcity(judgement, paths);
      default -> throw format.notOffered();
    };
  }

  private Judgement judgement() {
    return RehearsalFindings.of(rehearsals).forbidding(failures.skippedFail());
  }

  private Report github() {
    List<Report> reports = new ArrayList<>();
    FailureStyle plain = FailureStyle.of(false, OutputOptions.width(), false);
    reports.add(new FindingsGithub(judgement(), paths));
    for (PartReports part : parts()) {
      UnitTestRun unit = part.unitTests();
      if (unit != null) {
        reports.add(new UnitTestsGithub(unit.withoutDiagnostics(), plain, paths));
      }
      RouteTestRun routes = part.routeTests();
      if (routes != null) {
        reports.add(
            new RouteTestsGithub(
                new RouteTestRun(routes.results(), List.of(), routes.skipped()), paths));
      }
      ScenarioRuns scenarios = part.scenarios();
      if (scenarios != null) {
        reports.add(new ScenariosGithub(scenarios, paths));
      }
    }
    return out -> {
      for (Report report : reports) {
        report.write(out);
      }
    };
  }

  // A table of one replay: those of several stacks would run into each other.
  private ReplayReport replay(Format format) {
    List<ReplayReport> replays = new ArrayList<>();
    for (PartReports part : parts()) {
      ReplayReport replay = part.replay();
      if (replay != null) {
        replays.add(replay);
      }
    }
    if (replays.size() == 1) {
      return replays.getFirst();
    }
    throw new CommandException(
        "--format "
            + format.word()
            + (replays.isEmpty()
                ? ": nothing was replayed"
                : ": several stacks were replayed: choose one by --stack NAME"));
  }

  private List<PartReports> parts() {
    return rehearsals.stream()
        .flatMap(each -> each.sections().stream())
        .map(Section::reports)
        .toList();
  }
}

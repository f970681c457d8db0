package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.input.RouteInputs;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.report.FindingStatisticsJson;
import dev.firedrill.cli.report.FindingsCheckstyle;
import dev.firedrill.cli.report.FindingsGithub;
import dev.firedrill.cli.report.FindingsGitlab;
import dev.firedrill.cli.report.FindingsJunit;
import dev.firedrill.cli.report.FindingsReport;
import dev.firedrill.cli.report.FindingsSarif;
import dev.firedrill.cli.report.FindingsTeamcity;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.JudgementJson;
import dev.firedrill.cli.report.Report;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.List;

/// How commands that judge files report and when they fail: output, `--fail-on`,
/// `--fail-on-skipped`.
public final class FindingsOptions {
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  /// Declares the options.
  public FindingsOptions(Options options) {
    output = OutputOptions.ofFindings(options);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
  }

  /// Reports findings about rule files.
  ///
  /// @return the exit status
  public int report(Session session, RuleInputs inputs, List<Diagnostic> findings)
      throws IOException {
    return report(
        session,
        Judgement.of(
            findings,
            inputs.paths(),
            inputs.ruleCount(),
            inputs.skipped(),
            SecretMasking.ofText()));
  }

  /// Reports findings about configurations that hold no rules and may hold secrets.
  ///
  /// @param masking what hides them
  /// @return the exit status
  public int report(Session session, RouteInputs inputs, List<Diagnostic> findings, Masking masking)
      throws IOException {
    return report(session, Judgement.of(findings, inputs.paths(), -1, inputs.skipped(), masking));
  }

  /// Reports what judging files came to, in each format asked for.
  ///
  /// @return the exit status
  public int report(Session session, Judgement judgement) throws IOException {
    output.deliver(session, format -> report(session, judgement, format));
    return status(session, judgement);
  }

  /// Reports only how many findings there are of each check.
  ///
  /// @return the exit status
  public int reportStatistics(Session session, Judgement judgement) throws IOException {
    deliver(
        session,
        "--statistics",
        new FindingsReport(judgement, TextStyle.PLAIN, output.quiet(), false).statistics(),
        new FindingStatisticsJson(judgement, Version.own()));
    return status(session, judgement);
  }

  /// Delivers what is no list of findings, and so has two formats only.
  ///
  /// @param option what asked for it
  /// @throws UsageException when another format is asked for
  public void deliver(Session session, String option, Report text, Report json) throws IOException {
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> text;
              case JSON -> json;
              default ->
                  throw new UsageException(
                      "--format " + format.word() + ": " + option + " knows text and json");
            });
  }

  private int status(Session session, Judgement judgement) {
    int status = failOn.status(judgement.findings());
    return failOnSkipped.status(session, status, judgement.skipped());
  }

  private Report report(Session session, Judgement judgement, Format format) {
    RepositoryPaths paths = RepositoryPaths.of(session);
    Judgement all = judgement.forbidding(failOnSkipped.given());
    return switch (format) {
      case TEXT ->
          new FindingsReport(
              judgement,
              TextStyle.PLAIN.withColours(output.colored(session)).withMasking(judgement.masking()),
              output.quiet(),
              output.verbose());
      case JSON -> out -> new JudgementJson(judgement, Version.own()).write(out);
      case SARIF -> out -> new FindingsSarif(all, Version.own(), paths).write(out);
      case GITHUB -> new FindingsGithub(all, paths);
      case GITLAB -> new FindingsGitlab(all, paths);
      case CHECKSTYLE -> new FindingsCheckstyle(all, paths);
      case JUNIT -> new FindingsJunit(judgement, paths, failOn::fails, failOnSkipped.given());
      case TEAMCITY -> new FindingsTeamcity(all, paths);
      default -> throw format.notOffered();
    };
  }
}

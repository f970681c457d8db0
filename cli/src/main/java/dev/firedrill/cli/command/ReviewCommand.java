package dev.firedrill.cli.command;

import dev.firedrill.cli.change.Review;
import dev.firedrill.cli.change.ReviewRun;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.change.VersionWord;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.RecordingOptions;
import dev.firedrill.cli.option.RequireDataOption;
import dev.firedrill.cli.option.RuleDiffOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Words;
import dev.firedrill.cli.report.FailureStyle;
import dev.firedrill.cli.report.FindingsGithub;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.ReviewJson;
import dev.firedrill.cli.report.ReviewMarkdown;
import dev.firedrill.cli.report.ReviewText;
import dev.firedrill.cli.report.UnitTestsGithub;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `review`: one report on a change: new findings, alerts that fire otherwise or go elsewhere,
/// tests.
final class ReviewCommand implements Command {
  private static final List<String> BRANCHES =
      List.of("origin/HEAD", "origin/main", "origin/master", "main", "master");

  // Where services of continuous integration say which branch a change is to go to.
  private static final List<String> TARGETS =
      List.of("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME");

  private final Value revision;
  private final Words paths;
  private final RecordingOptions recording;
  private final EngineOption engine;
  private final RequireDataOption required;
  private final RuleDiffOptions versions;
  private final FailureOptions failures;
  private final OutputOptions output;

  ReviewCommand(Options options) {
    revision =
        options.optional(
            "[REV]",
            "what has changed since the branch left REV, or A...B (default: the branch that"
                + " a pull request goes to, else origin/HEAD)");
    paths = options.behindDashes("[-- PATH...]", "only the rules of these files and folders");
    recording = new RecordingOptions(options);
    engine = new EngineOption(options, recording.data(), null);
    required = new RequireDataOption(options);
    versions = new RuleDiffOptions(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.MARKDOWN, Format.GITHUB);
    options.example("firedrill review origin/main", "what does this branch change?");
    options.example("firedrill review HEAD -- rules/gpu.yml", "what does this edit change?");
    options.example(
        "firedrill review origin/main --format markdown=review.md", "for a pull request");
  }

  @Override
  public int run(Session session) throws IOException {
    String since = revision.get().orElseGet(() -> mainBranch(session));
    List<VersionWord> words = VersionWord.since(session, since);
    engine.checkServer();
    ReviewRun run = new ReviewRun(session, versions, recording, engine, paths.get());
    Review review = run.run(words.getFirst(), words.getLast());
    String version = Version.own();
    output.deliver(session, format -> report(session, review, format, version));
    for (RulesDifference difference : review.differences()) {
      // What has not changed is not replayed, and needs no data.
      if (difference.replay() != null || !difference.rules().different().isEmpty()) {
        required.check(difference.replay());
      }
    }
    return review.tests().passed()
        ? failures.status(session, review.findings().findings(), review.findings().skipped())
        : ExitStatus.FINDINGS;
  }

  private static String mainBranch(Session session) {
    List<String> branches = new ArrayList<>();
    for (String variable : TARGETS) {
      String target = System.getenv(variable);
      if (target != null && !target.isEmpty()) {
        branches.add("origin/" + target);
      }
    }
    branches.addAll(BRANCHES);
    return GitRepository.of(session).mainBranch(branches);
  }

  private Report report(Session session, Review review, Format format, String version) {
    return switch (format) {
      case TEXT -> {
        FailureStyle style = FailureStyle.of(output.colored(session), OutputOptions.width(), false);
        yield new ReviewText(review, recording.zone(), style, output.quiet(), output.verbose());
      }
      case JSON -> new ReviewJson(review, version);
      case MARKDOWN -> new ReviewMarkdown(review, recording.zone());
      case GITHUB -> {
        FailureStyle style = FailureStyle.of(false, OutputOptions.width(), false);
        yield Report.both(
            new FindingsGithub(
                review.findings().forbidding(failures.skippedFail()), RepositoryPaths.of(session)),
            new UnitTestsGithub(review.tests().unit(), style, RepositoryPaths.of(session)));
      }
      default -> throw format.notOffered();
    };
  }
}

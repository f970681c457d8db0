package dev.firedrill.cli.command;

import dev.firedrill.cli.change.RuleVersion;
import dev.firedrill.cli.change.RulesDiffRun;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.change.Version;
import dev.firedrill.cli.change.VersionWord;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.option.AlertNameOption;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.RecordingOptions;
import dev.firedrill.cli.option.RequireDataOption;
import dev.firedrill.cli.option.RuleDiffOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.RulesDiffJson;
import dev.firedrill.cli.report.RulesDiffMarkdown;
import dev.firedrill.cli.report.RulesDiffText;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `rules diff`: what two versions of rules do differently, on recorded series.
final class RulesDiff implements Command {
  private final Value before;
  private final Value after;
  private final RecordingOptions recording;
  private final EngineOption engine;
  private final AlertNameOption alert;
  private final RequireDataOption required;
  private final RuleDiffOptions versions;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesDiff(Options options) {
    before =
        options.argument("OLD", "rules: files, a folder, a revision of Git, REV:PATH, or A...B");
    after = options.optional("[NEW]", "likewise (default: the working tree; A...B: B)");
    recording = new RecordingOptions(options);
    engine = new EngineOption(options, recording.data(), null);
    alert = new AlertNameOption(options);
    required = new RequireDataOption(options);
    versions = new RuleDiffOptions(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.MARKDOWN);
    options.example(
        "firedrill rules diff main --data recording.om", "what would this change have done?");
    options.example(
        "firedrill rules diff old/ new/ --data recording.om --alertmanager alertmanager.yml",
        "and whom would it have told?");
    options.example(
        "firedrill rules diff origin/main...HEAD --data recording.om --format markdown",
        "for a pull request");
  }

  @Override
  public int run(Session session) throws IOException {
    List<VersionWord> words = VersionWord.pair(session, before.required(), after.get());
    RulesDifference difference;
    List<SkippedFile> skipped = new ArrayList<>();
    List<Diagnostic> unread = new ArrayList<>();
    List<RuleFile> files = new ArrayList<>();
    try (Version old = Version.open(session, words.getFirst(), words.getLast());
        Version now = Version.open(session, words.getLast(), words.getFirst())) {
      RuleVersion then = versions.read(session, old);
      RuleVersion today = versions.read(session, now);
      skipped.addAll(today.inputs().skipped());
      unread.addAll(today.inputs().unread());
      files.addAll(then.inputs().files());
      files.addAll(today.inputs().files());
      difference = compare(session, then, today);
    }
    if (difference.rules().changes().isEmpty()) {
      throw alert.given()
          ? alert.unknown(KnownAlerts.names(files))
          : new CommandException("there are no rules");
    }
    Beside beside = new Beside(List.of(), List.of(), skipped, unread);
    output.deliver(session, format -> report(session, difference, beside, format));
    required.check(difference.replay());
    return failures.status(session, difference.differs(), skipped);
  }

  private RulesDifference compare(Session session, RuleVersion old, RuleVersion now)
      throws IOException {
    List<String> remarks = new ArrayList<>();
    Optional<String> routes = versions.alertmanager(session, now);
    RulesDiffRun.Side before = side(session, old, routes, remarks);
    RulesDiffRun.Side after = side(session, now, routes, remarks);
    RulesDiffRun.@Nullable Recording recorded =
        recording.read(session, versions.data(session, old, now));
    List<RuleFile> rules = new ArrayList<>(before.files());
    rules.addAll(after.files());
    Optional<ServerEngine> remote = engine.remote(session, after.replay().interval(), rules);
    RulesDifference difference =
        new RulesDiffRun(
                remote.map(before::with).orElse(before),
                remote.map(after::with).orElse(after),
                recorded,
                new ProgressLine(session))
            .run(change -> !alert.given() || RulesDiffRun.isAlert(change, alert.names()), remarks);
    remote.ifPresent(ServerEngine::finish);
    return difference;
  }

  // A version may have no rules yet, or none any more.
  private RulesDiffRun.Side side(
      Session session, RuleVersion rules, Optional<String> routes, List<String> remarks)
      throws IOException {
    if (rules.inputs().ruleCount() == 0) {
      remarks.add(rules.version().title() + " has no rules");
    }
    return versions.side(session, rules, routes, remarks);
  }

  private Report report(Session session, RulesDifference difference, Beside beside, Format format) {
    return switch (format) {
      case TEXT -> {
        Paint paint = new Paint(output.colored(session));
        boolean quiet = output.quiet();
        Report text =
            new RulesDiffText(difference, recording.zone(), paint, quiet, output.verbose());
        yield SkippedText.below(text, beside.skipped(), quiet, output.verbose());
      }
      case JSON -> new RulesDiffJson(difference, beside);
      case MARKDOWN -> new RulesDiffMarkdown(difference, recording.zone());
      default -> throw format.notOffered();
    };
  }
}

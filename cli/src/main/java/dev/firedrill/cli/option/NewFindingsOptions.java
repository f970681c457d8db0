package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.finding.Judge;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.KnownFindings;
import dev.firedrill.cli.finding.NewFindings;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.function.Predicate;

/// Which findings are old news: `--baseline`, `--write-baseline`, `--changed-since`, `--lines`.
public final class NewFindingsOptions {
  private final Value baseline;
  private final Value writeBaseline;
  private final Value changedSince;
  private final Flag lines;

  /// Declares the options.
  public NewFindingsOptions(Options options) {
    baseline = options.value("--baseline", "FILE", "leave out the findings that a file knows");
    writeBaseline =
        options.value("--write-baseline", "FILE", "make such a file of all findings there are");
    changedSince =
        options.value("--changed-since", "REV", "report what is new since the branch left REV");
    lines = options.flag("--lines", "with --changed-since: on changed lines only");
    options.whenParsed(this::checkLines);
  }

  private void checkLines() {
    if (lines.given() && changedSince.get().isEmpty()) {
      throw new UsageException("--lines narrows --changed-since REV, which is missing");
    }
  }

  /// Refuses to write a baseline: files are about to change.
  public void refuseToWrite() {
    if (writeBaseline.get().isPresent()) {
      throw new UsageException("--write-baseline goes neither with --fix nor with --add-ignores");
    }
  }

  /// {@return what a judge has to say that is new}
  ///
  /// @param reported whether a finding is reported at all; others stay out of baselines
  /// @param ran whether a check was run
  public Judgement judge(
      Session session, Judge judge, Predicate<Diagnostic> reported, Predicate<String> ran)
      throws IOException {
    Judgement judgement = judge.judge(Scene.of(session));
    if (writeBaseline.get().isPresent()) {
      KnownFindings known = new KnownFindings(session, writeBaseline.required());
      known.write(judgement.withFindings(judgement.findings().stream().filter(reported).toList()));
      judgement = known.takeOut(judgement, ran);
    } else if (baseline.get().isPresent()) {
      judgement = new KnownFindings(session, baseline.required()).takeOut(judgement, ran);
    }
    if (changedSince.get().isPresent()) {
      NewFindings fresh = new NewFindings(session, changedSince.required(), lines.given());
      judgement = fresh.since(judgement, judge);
    }
    return judgement;
  }
}

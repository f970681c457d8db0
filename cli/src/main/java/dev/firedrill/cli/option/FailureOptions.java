package dev.firedrill.cli.option;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.run.RuleFailure;
import java.util.List;

/// When commands that read rules fail though they could do their work: `--fail-on` and
/// `--fail-on-skipped`.
public final class FailureOptions {
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  /// Declares the options.
  public FailureOptions(Options options) {
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
  }

  /// {@return the exit status of what judges files}
  public int status(Session session, List<Diagnostic> findings, List<SkippedFile> skipped) {
    return failOnSkipped.status(session, failOn.status(findings), skipped);
  }

  /// {@return the exit status of what plays rules that Prometheus would load: what it would warn of
  ///     counts, and an evaluation that failed as a warning}
  public int status(Session session, RuleInputs rules, List<RuleFailure> failures) {
    int status =
        !failures.isEmpty() && failOn.fails(Severity.WARNING)
            ? ExitStatus.FINDINGS
            : failOn.status(rules.diagnostics());
    return failOnSkipped.status(session, status, rules.skipped());
  }

  /// {@return the exit status of what compares: each difference is an error}
  public int status(Session session, boolean different, List<SkippedFile> skipped) {
    return different && failOn.any() ? ExitStatus.FINDINGS : status(session, List.of(), skipped);
  }

  /// {@return whether a finding makes the exit status 1}
  public boolean fails(Diagnostic finding) {
    return failOn.fails(finding);
  }

  /// {@return whether files that are skipped make the exit status 1: `--fail-on-skipped`}
  public boolean skippedFail() {
    return failOnSkipped.given();
  }

  /// {@return whether these files, which were skipped, make the exit status 1}
  public boolean failsFor(List<SkippedFile> skipped) {
    return failOnSkipped.fails(skipped);
  }
}

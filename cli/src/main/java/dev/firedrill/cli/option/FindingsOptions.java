package dev.firedrill.cli.option;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.report.FindingsReport;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.List;

/// How commands that judge files report and when they fail: output, `--fail-on`,
/// `--fail-on-skipped`.
public final class FindingsOptions {
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final Flag failOnSkipped;

  /// Declares the options.
  public FindingsOptions(Options options) {
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    failOn = new FailOnOption(options);
    failOnSkipped =
        options.flag("--fail-on-skipped", "exit with 1 if a file was skipped for what it is");
  }

  /// Reports findings about rule files.
  ///
  /// @return the exit status
  public int report(Session session, RuleInputs inputs, List<Diagnostic> findings)
      throws IOException {
    return report(
        session, inputs.readings().size(), inputs.ruleCount(), inputs.skipped(), findings);
  }

  /// Reports findings.
  ///
  /// @param rules how many rules were read; negative where files hold none by nature
  /// @return the exit status
  public int report(
      Session session, int files, int rules, List<SkippedFile> skipped, List<Diagnostic> findings)
      throws IOException {
    return report(session, files, rules, skipped, findings, Masking.NONE);
  }

  /// Reports findings about files that hold secrets.
  ///
  /// @param masking what hides them
  /// @return the exit status
  public int report(
      Session session,
      int files,
      int rules,
      List<SkippedFile> skipped,
      List<Diagnostic> findings,
      Masking masking)
      throws IOException {
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  new FindingsReport(
                      findings,
                      files,
                      rules,
                      skipped,
                      TextStyle.PLAIN.withColours(output.colored(session)).withMasking(masking),
                      output.quiet());
              case JSON -> json(files, Math.max(rules, 0), findings, masking);
              default -> throw format.notOffered();
            });
    if (failOnSkipped.given() && !skipped.isEmpty()) {
      return ExitStatus.FINDINGS;
    }
    return failOn.status(findings);
  }

  /// {@return the exit status for findings that are not reported one by one}
  public int status(List<Diagnostic> findings) {
    return failOn.status(findings);
  }

  private static Report json(int files, int rules, List<Diagnostic> findings, Masking masking) {
    return out ->
        out.append(new FindingsJson(masking).write(Version.own(), files, rules, findings));
  }
}

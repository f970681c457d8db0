package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// Findings as workflow commands, by which GitHub marks them in a pull request.
///
/// @param paths makes paths relative to the repository
public record FindingsGithub(Judgement judgement, UnaryOperator<String> paths) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (Diagnostic finding : DiagnosticOrder.sorted(judgement.findings())) {
      String path = paths.apply(finding.location().file().path());
      new GithubCommand(
              finding.severity(),
              path,
              finding.location(),
              finding.check(),
              judgement.text(finding))
          .write(out);
    }
    new SkippedGithub(judgement.skipped(), false, paths).write(out);
  }
}

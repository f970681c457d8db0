package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
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
    for (SkippedFile file : judgement.skipped()) {
      SourceFile source = SourceFile.of(file.path(), "");
      new GithubCommand(
              Severity.INFO,
              paths.apply(file.path()),
              new Location(source, Span.at(0)),
              "skipped",
              file.kind().title())
          .write(out);
    }
  }
}

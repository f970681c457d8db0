package dev.firedrill.cli.report;

import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// Files that were left alone, as workflow commands: notices, or errors where that makes the
/// command fail.
///
/// @param forbidden whether it does: `--fail-on-skipped`
/// @param paths makes paths relative to the repository
public record SkippedGithub(List<SkippedFile> files, boolean forbidden, UnaryOperator<String> paths)
    implements Report {
  public SkippedGithub {
    files = List.copyOf(files);
  }

  @Override
  public void write(Appendable out) throws IOException {
    for (SkippedFile file : files) {
      Diagnostic error = file.forbidden();
      new GithubCommand(
              forbidden ? Severity.ERROR : Severity.INFO,
              paths.apply(file.path()),
              error.location(),
              "skipped",
              forbidden ? error.message() : file.kind().title())
          .write(out);
    }
  }
}

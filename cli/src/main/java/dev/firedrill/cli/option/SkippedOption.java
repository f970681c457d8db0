package dev.firedrill.cli.option;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.report.Counted;
import java.util.List;

/// `--fail-on-skipped`: files that were met and left alone make the exit status 1.
public final class SkippedOption {
  private final Flag flag;

  /// Declares the option.
  public SkippedOption(Options options) {
    flag = options.flag("--fail-on-skipped", "exit with 1 if a file was skipped for what it is");
  }

  /// {@return whether it is given}
  public boolean given() {
    return flag.given();
  }

  /// {@return whether files that were skipped make the exit status 1}
  boolean fails(List<SkippedFile> skipped) {
    return flag.given() && !skipped.isEmpty();
  }

  /// {@return the exit status}
  ///
  /// @param status what it is without files that were skipped
  public int status(Session session, int status, List<SkippedFile> skipped) {
    if (status != ExitStatus.OK || !fails(skipped)) {
      return status;
    }
    // Not every format can say why.
    String files = Counted.of(skipped.size(), "file");
    session.err().println("firedrill: " + files + " skipped, which --fail-on-skipped forbids");
    return ExitStatus.FINDINGS;
  }
}

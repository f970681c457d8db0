package dev.firedrill.cli.option;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import java.util.List;

/// `--fail-on`: which findings make the exit status 1.
public final class FailOnOption {
  private final Value value;

  /// Declares the option.
  public FailOnOption(Options options) {
    value = options.value("--fail-on", "SEVERITY", "error (default), warning, info or never");
  }

  /// {@return the exit status that findings lead to}
  public int status(List<Diagnostic> findings) {
    String word = value.orElse("error");
    if (word.equals("never")) {
      return ExitStatus.OK;
    }
    Severity least = severity(word);
    for (Diagnostic finding : findings) {
      if (finding.severity().isAtLeast(least)) {
        return ExitStatus.FINDINGS;
      }
    }
    return ExitStatus.OK;
  }

  private static Severity severity(String word) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new UsageException("--fail-on '" + word + "': expected error, warning, info or never");
  }
}

package dev.firedrill.cli.option;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `--fail-on`: which findings make the exit status 1.
public final class FailOnOption {
  private final Value value;

  /// Declares the option.
  public FailOnOption(Options options) {
    value = options.value("--fail-on", "SEVERITY", "error (default), warning, info or never");
    options.whenParsed(this::least);
  }

  /// {@return the exit status that findings lead to}
  public int status(List<Diagnostic> findings) {
    Severity least = least();
    for (Diagnostic finding : findings) {
      if (least != null && finding.severity().isAtLeast(least)) {
        return ExitStatus.FINDINGS;
      }
    }
    return ExitStatus.OK;
  }

  /// {@return the exit status that findings lead to, and something that failed, which counts as an
  ///     error}
  public int status(List<Diagnostic> findings, boolean failed) {
    return failed && least() != null ? ExitStatus.FINDINGS : status(findings);
  }

  /// {@return whether one finding makes the exit status 1}
  public boolean fails(Diagnostic finding) {
    Severity least = least();
    return least != null && finding.severity().isAtLeast(least);
  }

  /// {@return whether what is of a severity makes the exit status 1}
  boolean fails(Severity severity) {
    Severity least = least();
    return least != null && severity.isAtLeast(least);
  }

  /// {@return whether anything does}
  boolean any() {
    return least() != null;
  }

  // Null where nothing makes it fail.
  private @Nullable Severity least() {
    String word = value.orElse("error");
    if (word.equals("never")) {
      return null;
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new UsageException("--fail-on '" + word + "': expected error, warning, info or never");
  }
}

package dev.firedrill.cli.console;

/// What a run tells the shell.
public final class ExitStatus {
  /// Nothing at or above `--fail-on`.
  public static final int OK = 0;

  /// Findings, failed tests, differences.
  public static final int FINDINGS = 1;

  /// The command could not do its work.
  public static final int FAILED = 2;

  private ExitStatus() {}
}

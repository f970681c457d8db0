package dev.firedrill.cli.console;

/// A command line that makes no sense. Exit status 2, and a pointer to `--help`.
public final class UsageException extends CommandException {
  private static final long serialVersionUID = 1L;

  /// @param message one sentence for the user: what is wrong, and what was perhaps meant
  public UsageException(String message) {
    super(message);
  }
}

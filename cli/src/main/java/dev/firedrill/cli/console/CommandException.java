package dev.firedrill.cli.console;

/// A command could not do its work: a missing file, an unreachable server. Exit status 2.
public class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message one sentence for the user: what is wrong and what to do
  public CommandException(String message) {
    super(message);
  }

  /// @param message one sentence for the user: what is wrong and what to do
  /// @param cause shown to developers only
  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}

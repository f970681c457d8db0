package dev.firedrill.cli.console;

import dev.firedrill.diagnostic.Diagnostic;
import java.util.List;

/// An input that a command needs whole has errors. They are shown, and the exit status is 2;
/// commands whose work it is to judge an input report findings instead.
public final class RejectedException extends CommandException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /// @param diagnostics what is wrong; at least one
  public RejectedException(List<Diagnostic> diagnostics) {
    super(diagnostics.getFirst().message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  /// {@return what is wrong}
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

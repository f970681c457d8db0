package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import java.io.IOException;

/// One command, built only when it is asked for: its constructor declares options, [#run] does one
/// call into the engine and prints.
public interface Command {
  /// Does the work.
  ///
  /// @return the exit status
  /// @throws dev.firedrill.cli.console.CommandException when it cannot be done
  int run(Session session) throws IOException;
}

package dev.firedrill.testkit;

import java.nio.file.Path;
import java.util.List;

/// The program under test, run inside the test's own process.
@FunctionalInterface
public interface Program {
  /// Runs one command line.
  ///
  /// @return the exit status
  int run(Invocation invocation);

  /// One command line and what surrounds it.
  ///
  /// @param directory the working directory: relative paths in `arguments` are relative to it
  /// @param input standard input
  /// @param out receives standard output
  /// @param err receives standard error
  /// @param arguments what follows the program's name
  record Invocation(
      Path directory, String input, StringBuilder out, StringBuilder err, List<String> arguments) {
    public Invocation {
      arguments = List.copyOf(arguments);
    }
  }
}

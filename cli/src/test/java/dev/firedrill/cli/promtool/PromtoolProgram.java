package dev.firedrill.cli.promtool;

import dev.firedrill.cli.Main;
import dev.firedrill.cli.console.Session;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs `firedrill promtool` inside the test's process.
///
/// @param out what went to standard output
/// @param err what went to standard error
record PromtoolProgram(int status, String out, String err) {
  /// Runs a command line.
  ///
  /// @param input standard input
  static PromtoolProgram run(Path directory, byte[] input, List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            directory,
            new ByteArrayInputStream(input),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    List<String> all = new ArrayList<>(List.of("promtool"));
    all.addAll(words);
    int status = Main.run(session, all.toArray(new String[0]));
    return new PromtoolProgram(status, out.toString(), err.toString());
  }

  static PromtoolProgram run(Path directory, String... words) {
    return run(directory, new byte[0], List.of(words));
  }
}

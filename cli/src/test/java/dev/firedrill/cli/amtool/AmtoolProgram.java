package dev.firedrill.cli.amtool;

import dev.firedrill.cli.Main;
import dev.firedrill.cli.console.Session;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs `firedrill amtool` inside the test's process.
///
/// @param out what went to standard output
/// @param err what went to standard error
record AmtoolProgram(int status, String out, String err) {
  static AmtoolProgram run(Path directory, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            directory,
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    List<String> all = new ArrayList<>(List.of("amtool"));
    all.addAll(List.of(words));
    int status = Main.run(session, all.toArray(new String[0]));
    return new AmtoolProgram(status, out.toString(), err.toString());
  }
}

package dev.firedrill.cli;

import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Program;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// Runs the program inside the test's process.
final class InProcess {
  private InProcess() {}

  static int run(Program.Invocation invocation) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            invocation.directory(),
            new ByteArrayInputStream(invocation.input().getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int status = Main.run(session, invocation.arguments().toArray(new String[0]));
    invocation.out().append(out);
    invocation.err().append(err);
    return status;
  }
}

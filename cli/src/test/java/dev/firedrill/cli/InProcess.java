package dev.firedrill.cli;

import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Program;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Runs the program inside the test's process.
public final class InProcess {
  private InProcess() {}

  /// {@return the exit status of a command, to which nothing is typed}
  ///
  /// @param directory the working directory
  /// @param out gets what is written to standard output
  /// @param err gets what is written to standard error
  public static int run(Path directory, StringWriter out, StringWriter err, String... words) {
    Session session =
        new Session(
            directory,
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    return Main.run(session, words);
  }

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

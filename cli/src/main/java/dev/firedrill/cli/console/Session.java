package dev.firedrill.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What surrounds one run of a command. Nothing below reads `System.in` or writes `System.out`,
/// so a run is a function that tests can call.
///
/// @param directory the working directory; empty for the process's own
/// @param in standard input
/// @param out standard output: results only
/// @param err standard error: what went wrong, and progress
/// @param terminal whether `out` is a terminal that people look at
/// @param aftermath what is told once the command has run
public record Session(
    Path directory,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Aftermath aftermath) {
  /// A run of which nothing is known yet that would have to be told after it.
  public Session(
      Path directory, InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
    this(directory, in, out, err, terminal, new Aftermath());
  }

  /// {@return where a path as the user gave it leads}
  public Path resolve(String path) {
    return directory.resolve(path);
  }

  /// {@return all of standard input as text}
  public String readInput() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

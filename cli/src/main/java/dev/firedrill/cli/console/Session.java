package dev.firedrill.cli.console;

import dev.firedrill.diagnostic.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What surrounds one run of a command. Nothing below reads `System.in` or writes `System.out`,
/// so a run is a function that tests can call.
///
/// @param directory the working directory; empty for the process's own
/// @param in standard input
/// @param out standard output: results only
/// @param err standard error: what went wrong, and progress
/// @param terminal whether `out` is a terminal that people look at
/// @param watched whether `err` is one, for which progress is shown
/// @param aftermath what is told once the command has run
/// @param root the folder whose files are shown relative to the working directory; others are shown
///     with their whole path
public record Session(
    Path directory,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    boolean watched,
    Aftermath aftermath,
    Path root) {
  /// A run of which nothing is known yet that would have to be told after it.
  ///
  /// @param terminal whether `out` and `err` are terminals that people look at
  public Session(
      Path directory, InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
    this(directory, in, out, err, terminal, terminal, new Aftermath(), directory);
  }

  /// {@return the same with files of a larger folder shown relative to the working directory}
  public Session within(Path folder) {
    return new Session(directory, in, out, err, terminal, watched, aftermath, folder);
  }

  /// {@return where a path as the user gave it leads}
  public Path resolve(String path) {
    return directory.resolve(path);
  }

  /// {@return all of standard input as text}
  public String readInput() {
    try {
      return ByteText.decode(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

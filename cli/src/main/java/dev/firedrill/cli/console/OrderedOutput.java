package dev.firedrill.cli.console;

import java.io.PrintWriter;

/// Both streams of a run, each written out before the other goes on, so that their lines stand in
/// order where both lead to one place.
public final class OrderedOutput {
  private final PrintWriter out;
  private final PrintWriter err;

  /// The streams of a session.
  public OrderedOutput(Session session) {
    this.out = session.out();
    this.err = session.err();
  }

  /// Prints a line on standard output.
  public void out(String line) {
    print(out, err, line + "\n");
  }

  /// Prints text on standard output, as it is.
  public void outText(String text) {
    print(out, err, text);
  }

  /// Prints a line on standard error.
  public void err(String line) {
    print(err, out, line + "\n");
  }

  /// Prints text on standard error, as it is.
  public void errText(String text) {
    print(err, out, text);
  }

  private static void print(PrintWriter to, PrintWriter other, String text) {
    other.flush();
    to.print(text);
  }
}

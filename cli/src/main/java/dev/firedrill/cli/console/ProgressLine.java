package dev.firedrill.cli.console;

import java.io.PrintWriter;

/// A line on a terminal that says how far something is, written over again and again. Where nobody
/// looks, nothing is written.
public record ProgressLine(Session session) {
  private static final int WIDTH = 79;

  /// Shows a text in place of the one before.
  public void show(String text) {
    if (session.terminal()) {
      String shown = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      PrintWriter err = session.err();
      err.print("\r" + shown + " ".repeat(WIDTH - shown.length()) + "\r" + shown);
      err.flush();
    }
  }

  /// Wipes the line.
  public void clear() {
    show("");
  }
}

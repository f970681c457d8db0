package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.SeriesRecording;
import java.io.PrintWriter;

/// Shows on a terminal how far a recording is: one line, written over, gone at the end.
record RecordProgress(Session session) implements SeriesRecording.Progress {
  private static final int WIDTH = 79;

  @Override
  public void done(int selectors, int of, long samples) {
    if (!session.terminal()) {
      return;
    }
    PrintWriter err = session.err();
    String text =
        selectors == of ? "" : selectors + " of " + of + " selectors, " + samples + " samples";
    err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())) + "\r" + text);
    err.flush();
  }
}

package dev.firedrill.cli.console;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A line on a terminal that says how far something is, written over again and again. Where nobody
/// looks, nothing is written.
public final class ProgressLine {
  private static final int WIDTH = 79;
  private static final long SHOWN_EACH = 250_000_000;
  private static final int BAR_LENGTH = 20;
  private static final String BAR = "#".repeat(BAR_LENGTH) + ".".repeat(BAR_LENGTH);

  private final Session session;
  private final LongSupplier clock;
  private long shown;
  private boolean written;

  /// A line that nothing is written on yet.
  public ProgressLine(Session session) {
    this(session, System::nanoTime);
  }

  /// A line that nothing is written on yet.
  ///
  /// @param clock nanoseconds, as those of [System#nanoTime]
  public ProgressLine(Session session, LongSupplier clock) {
    this.session = session;
    this.clock = clock;
    this.shown = clock.getAsLong();
  }

  /// {@return nanoseconds of the clock, of which only differences mean anything}
  public long now() {
    return clock.getAsLong();
  }

  /// Shows a text in place of the one before.
  public void show(String text) {
    if (session.watched()) {
      String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      PrintWriter err = session.err();
      err.print("\r" + cut + " ".repeat(WIDTH - cut.length()) + "\r" + cut);
      err.flush();
      written = !text.isEmpty();
    }
  }

  /// Shows a text in place of the one before, a few times a second at most: what is quickly done is
  /// not told of.
  public void offer(Supplier<String> text) {
    if (session.watched()) {
      long now = now();
      if (now - shown >= SHOWN_EACH) {
        shown = now;
        show(text.get());
      }
    }
  }

  /// {@return a bar that is filled by so much, and how much that is}
  /// @param share from 0 to 1
  public static String bar(double share) {
    int done = (int) Math.clamp(share * BAR_LENGTH, 0, BAR_LENGTH);
    return "["
        + BAR.substring(BAR_LENGTH - done, 2 * BAR_LENGTH - done)
        + "] "
        + Math.round(Math.clamp(share, 0, 1) * 100)
        + "%";
  }

  /// Wipes the line, if anything is on it.
  public void clear() {
    if (written) {
      show("");
    }
  }
}

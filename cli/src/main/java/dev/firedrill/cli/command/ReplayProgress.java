package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;

/// Shows how far a replay is, and when it will probably be done: rules that others read are
/// evaluated before the others, which is when it begins to know.
final class ReplayProgress implements AlertListener {
  private static final String BAR = "#".repeat(20) + ".".repeat(20);
  private static final int BAR_LENGTH = 20;
  private static final long SHOWN_EACH = 250_000_000;
  private static final long SECOND = 1_000_000_000;

  private final ProgressLine line;
  private final TimeRange range;
  private final LongSupplier clock;
  private long begun;
  private long shown;
  private long first = Long.MAX_VALUE;

  /// @param range that is replayed
  /// @param clock nanoseconds, as those of [System#nanoTime]
  ReplayProgress(ProgressLine line, TimeRange range, LongSupplier clock) {
    this.line = line;
    this.range = range;
    this.clock = clock;
  }

  @Override
  public void evaluated(
      Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
    at(time);
  }

  /// Takes note of how far the replay is.
  ///
  /// @param time epoch milliseconds
  void at(long time) {
    long now = clock.getAsLong();
    if (first == Long.MAX_VALUE) {
      first = time;
      begun = now;
      shown = now;
    }
    if (now - shown >= SHOWN_EACH && time > first) {
      shown = now;
      line.show(text(time, now));
    }
  }

  private String text(long time, long now) {
    double share = (double) (time - first) / Math.max(1, range.last() - first);
    int done = (int) Math.clamp(share * BAR_LENGTH, 0, BAR_LENGTH);
    long left = Math.round((now - begun) * (1 / share - 1) / SECOND);
    return "["
        + BAR.substring(BAR_LENGTH - done, 2 * BAR_LENGTH - done)
        + "] "
        + Math.round(share * 100)
        + "%  "
        + Instant.ofEpochMilli(time)
        + "  "
        + PrometheusDuration.format(left * 1000)
        + " left";
  }

  /// Wipes what was shown.
  void clear() {
    line.clear();
  }
}

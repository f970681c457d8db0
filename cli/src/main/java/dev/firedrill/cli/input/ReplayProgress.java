package dev.firedrill.cli.input;

import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.util.Collection;

/// Shows how far a replay is: the recording is looked over, rules that others read are evaluated,
/// then the others, of which is told when they will probably be done.
public final class ReplayProgress implements AlertListener {
  private static final long SECOND = 1_000_000_000;

  private final ProgressLine line;
  private final TimeRange range;
  private long begun;
  private long first;
  private long last = Long.MAX_VALUE;

  /// A replay that has not begun.
  ///
  /// @param range that is replayed
  public ReplayProgress(ProgressLine line, TimeRange range) {
    this.line = line;
    this.range = range;
  }

  @Override
  public void scanned(long time) {
    line.offer(() -> ProgressLine.bar(share(range.first(), time)) + "  of the data looked over");
  }

  @Override
  public void ahead(int number, int count, long time) {
    line.offer(
        () -> {
          double share = (number - 1 + share(range.first(), time)) / count;
          String rule = "  rule " + number + " of " + count + " that others read";
          return ProgressLine.bar(share) + rule;
        });
  }

  @Override
  public void sent(int number, int count) {
    line.offer(
        () -> {
          double share = (double) number / count;
          return ProgressLine.bar(share) + "  sent to Alertmanager: " + number + " of " + count;
        });
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
    // A time before the last is another replay's.
    if (time < last) {
      first = time;
      begun = line.now();
    }
    last = time;
    if (time > first) {
      line.offer(() -> text(time));
    }
  }

  private String text(long time) {
    double share = share(first, time);
    long left = Math.round((line.now() - begun) * (1 / share - 1) / SECOND);
    return ProgressLine.bar(share)
        + "  "
        + Instant.ofEpochMilli(time)
        + "  "
        + PrometheusDuration.format(left * 1000)
        + " left";
  }

  private double share(long from, long time) {
    return (double) Math.max(0, time - from) / Math.max(1, range.last() - from);
  }

  /// Wipes what was shown.
  public void clear() {
    line.clear();
  }
}

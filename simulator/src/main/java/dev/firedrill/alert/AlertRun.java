package dev.firedrill.alert;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/// When an alert would have fired, where it is known at which evaluations its expression holds:
/// what [AlertTiming] does from evaluation to evaluation, by leaps.
public final class AlertRun {
  private AlertRun() {}

  /// {@return the stretches in which the alert fires, each from the first evaluation at which it
  ///     does to the first at which it does no more, or to the last of all; epoch milliseconds}
  /// @param present the evaluations at which the expression holds
  /// @param steps how many evaluations there are
  /// @param time the time of an evaluation, in epoch milliseconds
  public static List<TimeRange> of(
      BitSet present, int steps, IntToLongFunction time, AlertTiming timing) {
    List<TimeRange> firings = new ArrayList<>();
    int active = present.nextSetBit(0);
    while (active >= 0 && active < steps) {
      int gone = present.nextClearBit(active);
      int fired = after(active, timing.hold(), gone, time);
      if (fired >= gone) {
        active = present.nextSetBit(gone);
        continue;
      }
      int resolved = resolved(present, gone, steps, time, timing);
      firings.add(
          new TimeRange(time.applyAsLong(fired), time.applyAsLong(Math.min(resolved, steps - 1))));
      active = resolved >= steps ? -1 : present.nextSetBit(resolved);
    }
    return firings;
  }

  // The first evaluation as much later than one, at most the limit.
  private static int after(int from, long millis, int limit, IntToLongFunction time) {
    int step = from;
    while (step < limit && time.applyAsLong(step) - time.applyAsLong(from) < millis) {
      step++;
    }
    return step;
  }

  private static int resolved(
      BitSet present, int gone, int steps, IntToLongFunction time, AlertTiming timing) {
    int since = gone;
    while (since < steps) {
      int resolved = after(since, timing.keepFiring(), steps, time);
      int again = present.nextSetBit(since);
      if (again < 0 || again > resolved) {
        return resolved;
      }
      since = present.nextClearBit(again);
    }
    return steps;
  }
}

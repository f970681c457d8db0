package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertRun;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alert.AlertTiming;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.Flapping.Remedy;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out whether an alert flaps, and what would have helped.
///
/// When the expression held is taken from the timelines: while an instance was pending, and while
/// it
/// fired without the last stretch of `keep_firing_for`. The state machine is then run again.
final class FlapFinder {
  private final AlertReplay alert;
  private final TimeGrid times;
  private final NoiseLimits limits;
  private final AlertTiming timing;
  private final List<BitSet> presences;

  private FlapFinder(AlertReplay alert, TimeGrid times, NoiseLimits limits) {
    this.alert = alert;
    this.times = times;
    this.limits = limits;
    this.timing =
        new AlertTiming(millis(alert.rule().holdDuration()), millis(alert.rule().keepFiringFor()));
    this.presences = alert.instances().stream().map(this::presence).toList();
  }

  /// {@return what there is to say of an alert; empty where it does not flap}
  static Optional<Flapping> find(AlertReplay alert, NoiseLimits limits) {
    TimeGrid times = alert.times();
    boolean flaps =
        alert.instances().stream().anyMatch(instance -> instance.flaps() >= limits.flaps());
    return times == null || !flaps
        ? Optional.empty()
        : Optional.of(new FlapFinder(alert, times, limits).found());
  }

  private Flapping found() {
    long[] lengths =
        alert.instances().stream()
            .flatMap(instance -> instance.firing().stream())
            .mapToLong(AlertInterval::length)
            .sorted()
            .toArray();
    int instances = (int) alert.instances().stream().filter(each -> each.flaps() > 0).count();
    return new Flapping(
        alert, alert.flaps(), lengths[lengths.length / 2], instances, keepFiring(), hold(lengths));
  }

  private @Nullable Remedy keepFiring() {
    long longest = 0;
    for (int i = 0; i < presences.size(); i++) {
      longest = Math.max(longest, longestGap(alert.instances().get(i), presences.get(i)));
    }
    long keep = RoundDuration.up(longest);
    return keep <= timing.keepFiring() ? null : remedy(keep, new AlertTiming(timing.hold(), keep));
  }

  /// How long the expression does not hold at most between two firings that follow soon.
  private long longestGap(AlertTimeline instance, BitSet present) {
    List<AlertInterval> firing = instance.firing();
    long longest = 0;
    for (int i = 1; i < firing.size(); i++) {
      long end = firing.get(i - 1).end();
      if (firing.get(i).start() - end <= AlertTimeline.FLAP_WINDOW) {
        int last = present.previousSetBit(step(end) - 1);
        int until = step(firing.get(i).start());
        for (int gone = last + 1; gone < until; ) {
          int again = present.nextSetBit(gone);
          longest = Math.max(longest, (again - gone) * times.step());
          gone = present.nextClearBit(again);
        }
      }
    }
    return longest;
  }

  private @Nullable Remedy hold(long[] lengths) {
    long longest = 0;
    int few = 0;
    for (int i = 0; i < presences.size(); i++) {
      for (AlertInterval firing : alert.instances().get(i).firing()) {
        long held = held(firing, presences.get(i));
        if (firing.length() <= limits.shortFiring() && !firing.open()) {
          longest = Math.max(longest, held);
          few++;
        }
      }
    }
    // Most of them, or it is not brevity that they have in common.
    if (few * 2 < lengths.length) {
      return null;
    }
    long hold = RoundDuration.up(longest + times.step());
    return hold <= timing.hold() ? null : remedy(hold, new AlertTiming(hold, timing.keepFiring()));
  }

  /// How long the expression holds without a break around the start of a firing.
  private long held(AlertInterval firing, BitSet present) {
    int start = step(firing.start());
    int first = present.previousClearBit(start) + 1;
    return (present.nextClearBit(start) - 1 - first) * times.step();
  }

  private @Nullable Remedy remedy(long millis, AlertTiming other) {
    int firings = 0;
    for (BitSet present : presences) {
      firings += AlertRun.of(present, times.count(), times::time, other).size();
    }
    return firings < alert.firings() ? new Remedy(millis, firings) : null;
  }

  private BitSet presence(AlertTimeline instance) {
    BitSet present = new BitSet(times.count());
    for (AlertInterval interval : instance.intervals()) {
      boolean kept = interval.phase() == AlertInterval.Phase.FIRING && !interval.open();
      long keptSteps = kept ? -Math.floorDiv(-timing.keepFiring(), times.step()) : 0;
      int start = step(interval.start());
      int end = interval.open() ? times.count() : step(interval.end());
      present.set(start, Math.max(start + 1, (int) (end - keptSteps)));
    }
    return present;
  }

  private int step(long time) {
    return Math.toIntExact((time - times.start()) / times.step());
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }
}

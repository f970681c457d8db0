package dev.firedrill.replay;

import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.function.Supplier;

/// Counts series whose samples are about as far apart, and when any of them has some.
final class ResolutionTally {
  private final long step;
  private final CoveredTime covered = new CoveredTime();
  private int series;
  private int around;
  private long samples;

  /// @param step how far samples are usually apart, in milliseconds; 0 where no series has two
  ResolutionTally(long step) {
    this.step = step;
  }

  /// {@return how far samples are usually apart, in milliseconds; 0 where no series has two}
  long step() {
    return step;
  }

  /// {@return how far samples may be apart without a gap, in milliseconds}
  long reach() {
    return SampleSteps.reach(step);
  }

  /// Counts series.
  ///
  /// @param more 1 for one that comes, -1 for one that turns out to be of another resolution
  void count(int more) {
    series += more;
  }

  /// Takes note of a series that is only there outside of the time that is looked at.
  void countAround() {
    around++;
  }

  /// Takes note of samples.
  void samples(int count) {
    samples += count;
  }

  /// {@return whether series have more than two samples on average: two may be any time apart}
  boolean isSure() {
    return samples > 2L * (series + around);
  }

  /// {@return how many series there are}
  int series() {
    return series;
  }

  /// Adds a stretch of a series.
  ///
  /// @param read its samples, asked for only where the stretch may leave holes
  void add(TimeRange stretch, Supplier<Samples> read) {
    if (covered.hasNoHole(stretch, reach())) {
      covered.add(stretch, reach(), reach());
    } else {
      add(read.get());
    }
  }

  /// Adds samples: where they follow each other closely enough, by their first and last.
  void add(Samples samples) {
    if (samples.isEmpty()) {
      return;
    }
    long now = step;
    long begun = step;
    int start = 0;
    for (int i = 1; i < samples.size(); i++) {
      long distance = samples.time(i) - samples.time(i - 1);
      if (distance > SampleSteps.reach(now) || distance < now >> 1) {
        long before = now;
        now = SampleSteps.from(samples, i, step);
        if (distance > SampleSteps.reach(Math.max(before, now))) {
          TimeRange run = new TimeRange(samples.time(start), samples.time(i - 1));
          covered.add(run, SampleSteps.reach(begun), SampleSteps.reach(before));
          start = i;
          begun = now;
        }
      }
      begun = i == start + 1 ? now : begun;
    }
    covered.add(
        new TimeRange(samples.time(start), samples.lastTime()),
        SampleSteps.reach(begun),
        SampleSteps.reach(now));
  }

  /// {@return where there are no samples}
  /// @param whole the time that is looked at, in which all samples are
  List<TimeRange> gaps(TimeRange whole) {
    return covered.holes(whole, reach());
  }
}

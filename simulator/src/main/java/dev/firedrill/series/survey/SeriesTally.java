package dev.firedrill.series.survey;

import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.Arrays;
import java.util.List;

/// What is remembered of a series from slice to slice.
final class SeriesTally {
  /// A hole is longer than so many times the usual distance.
  private static final int HOLE = 3;

  // As many distances tell what is usual.
  private static final int SAMPLED = 500;
  private static final int ENOUGH = 3;
  // Scrapes are a little early or late.
  private static final int JITTER_PARTS = 50;

  private long last = Long.MIN_VALUE;
  private long interval;
  private boolean sure;

  /// Takes the samples that follow.
  ///
  /// @param samples one at least
  /// @param runs gets the stretches without a hole
  void add(Samples samples, List<TimeRange> runs) {
    learn(samples);
    long start = last;
    long before = last;
    for (int i = 0; i < samples.size(); i++) {
      long time = samples.time(i);
      if (before == Long.MIN_VALUE) {
        start = time;
      } else if (interval > 0 && time - before > HOLE * interval) {
        if (i > 0) {
          runs.add(new TimeRange(start, before));
        }
        start = time;
      }
      before = time;
    }
    runs.add(new TimeRange(start, before));
    last = before;
  }

  private void learn(Samples samples) {
    if (sure) {
      return;
    }
    if (samples.size() > 1) {
      interval = rounded(median(samples));
      sure = samples.size() > ENOUGH;
    } else if (last != Long.MIN_VALUE) {
      long distance = samples.time(0) - last;
      interval = interval == 0 ? distance : Math.min(interval, distance);
    }
  }

  private static long median(Samples samples) {
    long[] distances = new long[Math.min(SAMPLED, samples.size() - 1)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = samples.time(i + 1) - samples.time(i);
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  // To the whole second where that is near.
  private static long rounded(long millis) {
    long seconds = Math.round(millis / 1000.0) * 1000;
    return seconds > 0 && Math.abs(seconds - millis) <= millis / JITTER_PARTS ? seconds : millis;
  }

  /// {@return how far samples are usually apart, in milliseconds; 0 where that is not known}
  long interval() {
    return interval;
  }

  /// {@return how long a stretch without samples is no hole yet, in milliseconds; 0 where that is
  ///     not known}
  long slack() {
    return HOLE * interval;
  }
}

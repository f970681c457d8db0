package dev.firedrill.replay;

import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds where a recording has holes: stretches without a sample of any series, more than three
/// times as long as samples of a series are usually apart.
final class RecordingGaps {
  private static final int FACTOR = 3;

  private RecordingGaps() {}

  /// {@return the holes, each from the last sample before to the first after}
  static List<TimeRange> of(List<Series> series) {
    long usual = usualDistance(series);
    long[] times = times(series);
    List<TimeRange> gaps = new ArrayList<>();
    for (int i = 1; i < times.length && usual > 0; i++) {
      if (times[i] - times[i - 1] > FACTOR * usual) {
        gaps.add(new TimeRange(times[i - 1], times[i]));
      }
    }
    return gaps;
  }

  private static long[] times(List<Series> series) {
    int count = series.stream().mapToInt(one -> one.samples().size()).sum();
    long[] times = new long[count];
    int next = 0;
    for (Series one : series) {
      for (int i = 0; i < one.samples().size(); i++) {
        times[next++] = one.samples().time(i);
      }
    }
    Arrays.sort(times);
    return times;
  }

  // The median over series of the median within a series; 0 where no series has two samples.
  private static long usualDistance(List<Series> series) {
    long[] medians = new long[series.size()];
    int count = 0;
    for (Series one : series) {
      if (one.samples().size() > 1) {
        medians[count++] = medianDistance(one.samples());
      }
    }
    return median(Arrays.copyOf(medians, count));
  }

  private static long medianDistance(Samples samples) {
    long[] distances = new long[samples.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = samples.time(i + 1) - samples.time(i);
    }
    return median(distances);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}

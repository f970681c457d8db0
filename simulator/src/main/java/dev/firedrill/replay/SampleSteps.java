package dev.firedrill.replay;

import dev.firedrill.series.Lookback;
import dev.firedrill.series.Samples;
import java.util.Arrays;
import java.util.List;

/// How far samples of a series are apart: usually, or where that changes.
final class SampleSteps {
  /// A hole is longer than so many times the usual distance.
  static final int HOLE = 3;

  // As many distances of a series tell what is usual.
  private static final int SAMPLED = 500;
  // Of so many distances at least three have to be longer, for them to be usual from there on.
  private static final int LOOKED_AT = 7;
  private static final int LONGER = 3;
  private static final int TOO_FEW = 4;

  private SampleSteps() {}

  /// {@return how far samples may be apart without a gap, in milliseconds}
  /// @param step how far they are usually apart, in milliseconds; 0 if unknown
  static long reach(long step) {
    return step > 0 ? HOLE * step : Lookback.DEFAULT;
  }

  /// {@return the median of the distances, in milliseconds; 0 for less than two samples}
  static long usual(Samples samples) {
    if (samples.size() <= 1) {
      return 0;
    }
    long[] distances = new long[Math.min(SAMPLED, samples.size() - 1)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = samples.time(i + 1) - samples.time(i);
    }
    return median(distances);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  /// {@return the median; 0 for no value}
  static long median(List<Long> values) {
    return median(values.stream().mapToLong(Long::longValue).toArray());
  }

  /// {@return how far samples are apart from a place on, in milliseconds}
  ///
  /// Outages are not taken for it, unless three come close after each other; nor are distances that
  /// are shorter every other time, as where two servers wrote one series.
  ///
  /// @param i the distance from the sample before this one is the first that is looked at; where
  ///     few follow, some before it are, too
  /// @param known what it is where there are too few to tell
  static long from(Samples samples, int i, long known) {
    int last = Math.min(samples.size() - 1, i + LOOKED_AT - 1);
    int first = Math.max(1, last - LOOKED_AT + 1);
    int count = last - first + 1;
    if (count < TOO_FEW) {
      return known;
    }
    long[] distances = new long[count];
    for (int j = 0; j < count; j++) {
      distances[j] = samples.time(first + j) - samples.time(first + j - 1);
    }
    Arrays.sort(distances);
    return distances[Math.max(0, count - LONGER)];
  }
}

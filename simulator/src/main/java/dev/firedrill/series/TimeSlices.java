package dev.firedrill.series;

import java.util.List;
import java.util.Optional;

/// Goes over the samples of a source in the order of time, a slice of time after the other, each so
/// long that its samples take little memory.
public final class TimeSlices {
  private static final long LONGEST_FIRST = 3_600_000;
  private static final long SHORTEST = 60_000;
  private static final long SAMPLES = 2_000_000;
  private static final int MOST_GROWTH = 8;
  // Nothing is known yet of how often there are samples.
  private static final long ASSUMED_INTERVAL = 15_000;

  private TimeSlices() {}

  /// Takes the slices.
  @FunctionalInterface
  public interface Sink {
    /// @param series those with samples in the slice; some may come with none
    /// @param slice the stretch of time, both ends included
    void take(List<Series> series, TimeRange slice);
  }

  /// Reads all samples of a stretch of time.
  public static void read(SeriesSource source, TimeRange range, Sink sink) {
    Optional<TimeRange> extent = source.extent();
    if (extent.isEmpty()) {
      return;
    }
    long last = Math.min(range.last(), extent.get().last());
    long from = Math.max(range.first(), extent.get().first());
    if (from > last) {
      return;
    }
    long length = firstLength(source, from);
    // The end of all time, behind which nothing can be counted, is among what damaged data say.
    for (long to = Long.MIN_VALUE; to != last; from = to + 1) {
      to = end(from, length, last);
      TimeRange slice = new TimeRange(from, to);
      List<Series> series = source.select(List.of(), slice);
      sink.take(series, slice);
      double factor = (double) SAMPLES / Math.max(1, count(series));
      length = Math.max(SHORTEST, (long) (length * Math.min(factor, MOST_GROWTH)));
    }
  }

  private static long end(long from, long length, long last) {
    return from > last - length ? last : from + length - 1;
  }

  /// {@return the series of the first of the slices; none where there are no samples}
  public static List<Series> first(SeriesSource source, TimeRange range) {
    Optional<TimeRange> extent = source.extent();
    if (extent.isEmpty()) {
      return List.of();
    }
    long last = Math.min(range.last(), extent.get().last());
    long from = Math.max(range.first(), extent.get().first());
    if (from > last) {
      return List.of();
    }
    long to = end(from, firstLength(source, from), last);
    return source.select(List.of(), new TimeRange(from, to));
  }

  private static long firstLength(SeriesSource source, long from) {
    TimeRange first = new TimeRange(from, end(from, LONGEST_FIRST, Long.MAX_VALUE));
    long series = Math.max(1, source.names(List.of(), first).size());
    return Math.clamp(SAMPLES / series * ASSUMED_INTERVAL, SHORTEST, LONGEST_FIRST);
  }

  private static long count(List<Series> series) {
    long count = 0;
    for (Series one : series) {
      count += one.samples().size();
    }
    return count;
  }
}

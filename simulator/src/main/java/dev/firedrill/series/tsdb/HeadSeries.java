package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The samples of one series as a log has them, in the order in which they were logged.
final class HeadSeries {
  private final boolean keepsLate;
  private final List<TimeRange> deleted = new ArrayList<>();
  private Samples inOrder = new Samples();
  private Map<Long, Consumer<Samples>> late = new TreeMap<>();
  private final List<Samples> mapped = new ArrayList<>();

  /// @param keepsLate whether the server takes samples that are older than the last one
  HeadSeries(boolean keepsLate) {
    this.keepsLate = keepsLate;
  }

  /// Adds a sample; of two at one time the first counts, as when the server took them.
  ///
  /// @param histogram null for a number
  void add(long time, double value, @Nullable NativeHistogram histogram, long start) {
    Consumer<Samples> append = samples -> append(samples, time, value, histogram, start);
    if (inOrder.isEmpty() || time > inOrder.lastTime()) {
      append.accept(inOrder);
    } else if (keepsLate && inOrder.between(time, time).isEmpty()) {
      late.putIfAbsent(time, append);
    }
  }

  private static void append(
      Samples samples, long time, double value, @Nullable NativeHistogram histogram, long start) {
    if (histogram == null) {
      samples.append(time, value);
    } else {
      samples.append(time, histogram);
    }
    samples.startLast(start);
  }

  /// {@return whether the log has as many samples in a stretch of time}
  boolean has(TimeRange range, int count) {
    return inOrder.between(range.first(), range.last()).size() >= count;
  }

  /// Adds samples of a chunk that the log may lack.
  void addMapped(Samples samples) {
    mapped.add(samples);
  }

  /// Notes that samples were deleted; where all of time was, the series had left the log's server
  /// at
  /// this point, and later samples start anew.
  void delete(TimeRange range) {
    if (range.equals(TimeRange.ALL)) {
      inOrder = new Samples();
      late = new TreeMap<>();
    } else {
      deleted.add(range);
    }
  }

  /// {@return the samples that are not deleted, in the order of time}
  Samples samples() {
    Samples outOfOrder = new Samples();
    late.values().forEach(append -> append.accept(outOfOrder));
    Samples all = outOfOrder.isEmpty() ? inOrder : SampleRuns.merged(inOrder, outOfOrder);
    for (Samples chunk : mapped) {
      all = SampleRuns.merged(all, chunk);
    }
    return Tombstones.without(deleted, all);
  }
}

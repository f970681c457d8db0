package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanTooLongException;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source whose native histograms have lost their buckets, for selectors of which only counts and
/// sums are wanted. Whether there was a counter reset is found out before, from the sample that
/// Prometheus has read before: it skips samples where a step reads nothing of what the step before
/// has read.
///
/// @param time when the selector reads
/// @param back milliseconds that it reads before that time
/// @param ahead milliseconds that it reads after that time
/// @param latest whether the latest sample of each step has to be as it is where nothing was read
///     for the steps before
public record HistogramTotals(
    SeriesSource source, ReadTime time, long back, long ahead, boolean latest)
    implements SeriesSource {
  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    long first = Math.min(range.first(), time.of(0) - back);
    List<Series> reduced = new ArrayList<>();
    for (Series series : source.select(matchers, new TimeRange(first, range.last()))) {
      Samples samples = series.samples();
      if (samples.mayHoldHistograms()) {
        Samples known = samples;
        samples = reduce(known);
        if (latest && dependsOnStepsBefore(known, samples)) {
          throw new PlanTooLongException();
        }
      }
      reduced.add(new Series(series.labels(), samples.between(range.first(), range.last())));
    }
    return reduced;
  }

  @Override
  public Optional<TimeRange> extent() {
    return source.extent();
  }

  private Samples reduce(Samples samples) {
    Samples reduced = new Samples();
    boolean[] skipped = afterSkips(samples);
    @Nullable NativeHistogram previous = null;
    for (int i = 0; i < samples.size(); i++) {
      NativeHistogram histogram = samples.histogram(i);
      previous = skipped[i] ? null : previous;
      if (histogram == null) {
        reduced.append(samples, i);
      } else {
        reduced.append(samples.time(i), withoutBuckets(histogram, hint(histogram, previous)));
        reduced.startLast(samples.start(i));
        previous = histogram;
      }
    }
    return reduced;
  }

  private static CounterResetHint hint(
      NativeHistogram histogram, @Nullable NativeHistogram previous) {
    if (histogram.hint() != CounterResetHint.UNKNOWN || previous == null) {
      return histogram.hint();
    }
    return histogram.isResetAfter(previous)
        ? CounterResetHint.COUNTER_RESET
        : CounterResetHint.NOT_COUNTER_RESET;
  }

  private static NativeHistogram withoutBuckets(NativeHistogram histogram, CounterResetHint hint) {
    return new NativeHistogram(
        hint,
        histogram.schema(),
        0,
        0,
        histogram.count(),
        histogram.sum(),
        Buckets.EMPTY,
        Buckets.EMPTY,
        List.of());
  }

  private boolean dependsOnStepsBefore(Samples known, Samples reduced) {
    int next = 0;
    for (int step = 0; step < time.grid().count(); step++) {
      while (next < known.size() && known.time(next) <= time.of(step)) {
        next++;
      }
      int last = next - 1;
      boolean alone =
          last >= 0
              && known.time(last) >= time.of(step) - back
              && (last == 0 || known.time(last - 1) < time.of(step) - back);
      if (alone && hint(known, last) != hint(reduced, last)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable CounterResetHint hint(Samples samples, int index) {
    NativeHistogram histogram = samples.histogram(index);
    return histogram == null ? null : histogram.hint();
  }

  // Each step reads on until it has seen the end of its window, but first skips to the start of it
  // where that is later than what was read last.
  private boolean[] afterSkips(Samples samples) {
    boolean[] skipped = new boolean[samples.size()];
    int next = 0;
    for (int step = 0; step < time.grid().count(); step++) {
      long start = time.of(step) - back;
      long end = time.of(step) + ahead;
      if (next == 0 || samples.time(next - 1) < start) {
        while (next < samples.size() && samples.time(next) < start) {
          next++;
        }
        if (next < samples.size()) {
          skipped[next++] = true;
        }
      }
      while (next < samples.size() && samples.time(next - 1) < end) {
        next++;
      }
    }
    return skipped;
  }
}

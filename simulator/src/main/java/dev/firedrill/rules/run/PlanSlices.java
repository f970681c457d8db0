package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.RecentSamples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The slices of time for which plans of rules are made, so that all plans together hold no more
/// samples than they should.
///
/// All rules have plans for the same slice, and let go of them when it ends. What they read in it
/// tells how long the next one can be.
public final class PlanSlices {
  private static final int LEAST_STEPS = 64;
  private static final int FIRST_STEPS = 1024;
  // A long range reads the same samples for all steps, so that more steps need not read many more.
  private static final int MOST_GROWTH = 16;

  // Bytes of garbage that are left where they are.
  private static final long MOST_GARBAGE = 200L << 20;

  private final long limit;
  private final @Nullable RecentSamples recent;
  private final List<Runnable> plans = new ArrayList<>();
  private long least;
  private long first;
  private long length;
  private long start = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;
  private long read;
  private long alive;

  private PlanSlices(long limit, @Nullable RecentSamples recent, long length) {
    this.limit = limit;
    this.recent = recent;
    this.first = length;
    this.length = length;
  }

  /// {@return one slice for all of time, for samples that are in memory anyway}
  public static PlanSlices unlimited() {
    return new PlanSlices(Long.MAX_VALUE, null, 0);
  }

  /// {@return slices for plans each of which holds the samples that it reads}
  ///
  /// @param limit samples that all plans should hold at most, above 0
  public static PlanSlices ofRead(long limit) {
    return new PlanSlices(limit, null, 0);
  }

  /// {@return slices for plans that read samples which are kept for all of them}
  ///
  /// @param limit samples that should be kept at most, above 0
  /// @param first milliseconds of the first slice
  public static PlanSlices ofKept(long limit, RecentSamples recent, long first) {
    return new PlanSlices(limit, recent, Math.max(1, first));
  }

  /// Says how far evaluations are apart.
  ///
  /// @param step milliseconds, the least of all groups
  void steps(long step) {
    least = Math.min(LEAST_STEPS, limit) * step;
    first = first == 0 ? Math.min(FIRST_STEPS, limit) * step : first;
  }

  /// Adds what lets go of a plan at the end of each slice.
  void add(Runnable release) {
    plans.add(release);
  }

  /// {@return the end of the slice that an evaluation is in, in epoch milliseconds; a new slice
  ///     where it is beyond the one at hand, or time starts again}
  long endAt(long time) {
    if (limit == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    if (time < start || time > end) {
      plans.forEach(Runnable::run);
      begin(time);
    }
    return end;
  }

  private void begin(long time) {
    RecentSamples all = recent;
    if (time < start) {
      // Other rules begin, which may read far more than those before.
      length = first;
      if (all != null) {
        all.clear();
      }
    } else {
      length = nextLength();
    }
    if (start == Long.MAX_VALUE) {
      alive = used();
    } else if (used() > alive + MOST_GARBAGE) {
      // Plans have grown old while they were used, and the collector leaves what is old until there
      // is no more memory to be had. Now that they are gone is when it has least to do.
      System.gc();
      alive = used();
    }
    start = time;
    end = time + length - 1;
    read = 0;
    if (all != null) {
      all.startSlice(start);
    }
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private long nextLength() {
    RecentSamples all = recent;
    long fresh = Math.max(1, all == null ? read : all.fresh());
    // What was looked back to is there whatever the length; no slice is much shorter than that.
    long before = all == null ? 0 : Math.max(0, all.size() - fresh);
    double room = Math.max(limit - before, before / 2);
    return Math.max(least, (long) (length * Math.min(room / fresh, MOST_GROWTH)));
  }

  /// {@return what plans read of a source, being counted}
  SeriesSource counted(SeriesSource source) {
    return limit == Long.MAX_VALUE || recent != null ? source : new CountedSource(source);
  }

  private final class CountedSource implements SeriesSource {
    private final SeriesSource source;

    private CountedSource(SeriesSource source) {
      this.source = source;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      List<Series> selected = source.select(matchers, range);
      for (Series series : selected) {
        read += series.samples().size();
      }
      return selected;
    }

    @Override
    public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
      return source.names(matchers, range);
    }

    @Override
    public Optional<TimeRange> extent() {
      return source.extent();
    }
  }
}

package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the samples of a stored source that were read of a slice of time, for all who read them:
/// chunks are decoded once, however many rules there are.
///
/// Slices follow each other. What readers of a slice looked back to is still there in the next one.
public final class RecentSamples implements SeriesSource {
  // Longer than any recording, and far from where time overflows.
  private static final long LONGEST_BACK = 1L << 50;

  private final StoredSource source;
  private final Map<Labels, List<Kept>> kept = new HashMap<>();
  private final SharedTimes times = new SharedTimes();
  private long sliceStart;
  private int slice;
  private long fresh;

  /// The samples of a series in a stretch of time.
  private static final class Kept {
    private final TimeRange range;
    private final Samples samples;
    // whether they are in arrays of their own
    private boolean owned;
    // when it was asked for last
    private int slice;
    // the earliest time that was asked for in that slice, less the slice's start; 0 at most
    private long before;

    Kept(TimeRange range, Samples samples) {
      this.range = range;
      this.samples = samples;
    }

    boolean covers(TimeRange wanted) {
      return range.first() <= wanted.first() && wanted.last() <= range.last();
    }

    boolean touches(TimeRange wanted) {
      return range.first() <= wanted.last() && wanted.first() <= range.last();
    }
  }

  /// Keeps nothing yet.
  public RecentSamples(StoredSource source) {
    this.source = source;
  }

  /// Begins a slice of time. Nobody uses samples read before any more.
  ///
  /// @param start epoch milliseconds
  public synchronized void startSlice(long start) {
    for (Iterator<List<Kept>> all = kept.values().iterator(); all.hasNext(); ) {
      List<Kept> some = all.next();
      some.removeIf(one -> one.slice < slice);
      if (some.isEmpty()) {
        all.remove();
      }
    }
    times.clear();
    slice++;
    sliceStart = start;
    fresh = 0;
  }

  /// Lets go of all samples.
  public synchronized void clear() {
    kept.clear();
    times.clear();
  }

  /// {@return how many samples were read since the slice began}
  public synchronized long fresh() {
    return fresh;
  }

  /// {@return how many samples are kept}
  public synchronized long size() {
    long size = 0;
    for (List<Kept> some : kept.values()) {
      for (Kept one : some) {
        size += one.samples.size();
      }
    }
    return size;
  }

  @Override
  public synchronized List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> selected = new ArrayList<>();
    for (StoredSeries found : source.find(matchers, range)) {
      Kept one = kept(found, range);
      Samples samples = one.samples.between(range.first(), range.last());
      if (!samples.isEmpty()) {
        selected.add(new Series(found.labels(), samples));
      }
    }
    return selected;
  }

  private Kept kept(StoredSeries found, TimeRange range) {
    List<Kept> some = kept.computeIfAbsent(found.labels(), none -> new ArrayList<>(1));
    @Nullable Kept near = null;
    for (Kept one : some) {
      if (one.covers(range)) {
        use(one, range);
        return one;
      }
      near = one.touches(range) && isForward(one, range) ? one : near;
    }
    Kept fitting;
    if (near == null) {
      fitting = new Kept(range, read(found, range));
    } else {
      some.remove(near);
      fitting = extended(near, found, range);
    }
    some.add(fitting);
    use(fitting, range);
    return fitting;
  }

  // Where time starts again, what was read last is of no use.
  private boolean isForward(Kept one, TimeRange range) {
    return one.slice == slice || one.range.last() <= range.last();
  }

  private void use(Kept one, TimeRange range) {
    if (one.slice < slice) {
      one.slice = slice;
      one.before = 0;
    }
    long back = Math.min(0, Math.max(range.first(), sliceStart - LONGEST_BACK) - sliceStart);
    one.before = Math.min(one.before, back);
  }

  private Kept extended(Kept near, StoredSeries found, TimeRange range) {
    long still = near.slice == slice ? Long.MIN_VALUE : sliceStart + near.before;
    long first = Math.min(range.first(), Math.max(near.range.first(), still));
    long last = Math.max(range.last(), near.range.last());
    Kept extended = joined(near, found, new TimeRange(first, last));
    extended.slice = near.slice;
    extended.before = near.before;
    return extended;
  }

  private Kept joined(Kept near, StoredSeries found, TimeRange range) {
    Samples still = near.samples.between(range.first(), range.last());
    Samples earlier = new Samples();
    if (range.first() < near.range.first()) {
      earlier = read(found, new TimeRange(range.first(), near.range.first() - 1));
    }
    Samples later = new Samples();
    if (range.last() > near.range.last()) {
      later = read(found, new TimeRange(near.range.last() + 1, range.last()));
    }
    boolean plain = still.isPlain() && later.isPlain();
    if (near.slice < slice && plain && earlier.isEmpty()) {
      // Nobody uses the samples of the slice before any more.
      Samples all = Samples.followed(still, near.owned, later, times);
      Kept joined = new Kept(range, all);
      joined.owned = true;
      return joined;
    }
    return new Kept(range, SampleRuns.joined(List.of(earlier, still, later)).sharing(times));
  }

  private Samples read(StoredSeries found, TimeRange range) {
    Samples samples = found.read(range);
    fresh += samples.size();
    return samples;
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

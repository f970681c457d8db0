package dev.firedrill.replay;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.TimeSlices;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Counts what there is in a recording: tells it by what the source knows of stretches of series,
/// or goes once over all samples, a slice of time after the other.
///
/// A gap is a stretch without a sample of any series, more than three times as long as samples of
/// a series are usually apart. How long it is without is told by the samples around the stretch of
/// time that is counted, too: where the recording begins or ends within it, or before or after the
/// gap, the time without samples is a gap like others.
final class RecordingScan {
  private static final int FACTOR = 3;
  private static final long LOOKBACK = 300_000;
  // As many distances of a series tell what is usual.
  private static final int SAMPLED = 500;

  private final Set<Labels> names = new HashSet<>();
  private final TimeRange range;
  private Labels last = Labels.EMPTY;
  private final CoveredTime covered = new CoveredTime();
  private List<TimeRange> gaps = List.of();
  private long samples;
  private long usual;

  private RecordingScan(TimeRange range) {
    this.range = range;
  }

  /// {@return what there is of a recording in a stretch of time}
  static RecordingScan of(SeriesSource recording, TimeRange range) {
    return of(recording, range, _ -> {});
  }

  /// {@return what there is of a recording in a stretch of time}
  /// @param reached is told the times up to which it has been looked over
  static RecordingScan of(SeriesSource recording, TimeRange range, LongConsumer reached) {
    reached.accept(range.first());
    RecordingScan scan = new RecordingScan(range);
    if (!(recording instanceof StoredSource stored) || !scan.told(stored, range)) {
      TimeSlices.read(
          recording,
          range,
          (series, slice) -> {
            scan.add(series);
            reached.accept(slice.last());
          });
    }
    recording.extent().ifPresent(all -> scan.gaps = scan.gaps(recording, all));
    return scan;
  }

  /// {@return whether a source could tell what there is without all samples being read}
  private boolean told(StoredSource recording, TimeRange range) {
    setUsual(usualDistance(TimeSlices.first(recording, range)));
    return usual > 0 && recording.stretches(range, this::add);
  }

  private void setUsual(long millis) {
    usual = millis;
    covered.reach(FACTOR * usual);
  }

  private void add(Labels labels, TimeRange stretch, int count, Supplier<Samples> read) {
    name(labels);
    samples += count;
    if (covered.hasNoHole(stretch)) {
      covered.add(stretch);
    } else {
      addRuns(read.get());
    }
  }

  // Stretches of one series often come together.
  @SuppressWarnings("ReferenceEquality")
  private void name(Labels labels) {
    if (labels != last) {
      names.add(labels);
      last = labels;
    }
  }

  private void add(List<Series> slice) {
    if (usual == 0) {
      setUsual(usualDistance(slice));
    }
    for (Series series : slice) {
      names.add(series.labels());
      samples += series.samples().size();
      addRuns(series.samples());
    }
  }

  // Where samples follow each other closely enough, by their first and last.
  private void addRuns(Samples of) {
    int start = 0;
    for (int i = 1; i <= of.size(); i++) {
      if (i == of.size() || of.time(i) - of.time(i - 1) > FACTOR * usual) {
        covered.add(new TimeRange(of.time(start), of.time(i - 1)));
        start = i;
      }
    }
  }

  /// {@return the number of series}
  int series() {
    return names.size();
  }

  /// {@return the number of samples}
  long samples() {
    return samples;
  }

  /// {@return how far samples of a series are usually apart, in milliseconds; 0 where no series has
  ///     two}
  long resolution() {
    return usual;
  }

  /// {@return whether a series has samples in the stretch of time}
  boolean has(Labels series) {
    return names.contains(series);
  }

  /// {@return the gaps, each from the last sample before to the first after, as far as that is
  ///     within the stretch of time}
  List<TimeRange> gaps() {
    return gaps;
  }

  // Where two samples of a series tell nothing, samples are seen for as long as the lookback.
  private List<TimeRange> gaps(SeriesSource recording, TimeRange all) {
    long reach = usual > 0 ? FACTOR * usual : LOOKBACK;
    TimeRange wanted =
        new TimeRange(
            range.first() == Long.MIN_VALUE ? all.first() : range.first(),
            range.last() == Long.MAX_VALUE ? all.last() : range.last());
    TimeRange counted = recording.known(wanted);
    long first = counted.first();
    if (first == wanted.first() && all.first() < first) {
      addAround(recording, new TimeRange(first - reach, first - 1));
      first = all.first();
    }
    long last = counted.last();
    if (last == wanted.last() && all.last() > last) {
      addAround(recording, new TimeRange(last + 1, last + reach));
      last = all.last();
    }
    return covered.holes(new TimeRange(first, last), reach).stream()
        .map(counted::within)
        .filter(gap -> gap.first() < gap.last())
        .toList();
  }

  private void addAround(SeriesSource recording, TimeRange around) {
    recording.select(List.of(), around).forEach(series -> addRuns(series.samples()));
  }

  // The median over series of the median within a series.
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
}

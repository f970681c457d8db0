package dev.firedrill.series.text;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers the series of an answer, and ends those that have nothing at a step. Where there are
/// more samples than there is room for, they go to a temporary file.
final class AnswerSeries {
  private static final int FIRST_SIZE = 16;
  private static final int MOST_WAITING = 1 << 16;

  private final SampleCollector collector;
  private SampleCollector.@Nullable Gathered gathered;
  private Labels labels = Labels.EMPTY;
  private long[] times = new long[FIRST_SIZE];
  private double[] values = new double[FIRST_SIZE];
  private int waiting;
  private SortedMap<Long, NativeHistogram> histograms = new TreeMap<>();
  private final Map<Labels, SortedMap<Long, NativeHistogram>> histogramsOf = new HashMap<>();
  private boolean named = true;
  private long ends;

  /// @param room how many samples are held in memory
  AnswerSeries(long room) {
    collector = new SampleCollector(room);
  }

  /// Begins a series, whose labels may come after its samples.
  void begin() {
    labels = Labels.EMPTY;
    gathered = null;
    waiting = 0;
    histograms = new TreeMap<>();
  }

  /// Names the series.
  void labels(Labels name) {
    labels = name;
    gathered = collector.add(name);
  }

  /// Adds a sample.
  void sample(long time, double value) throws IOException {
    if (waiting == times.length) {
      makeRoom();
    }
    times[waiting] = time;
    values[waiting++] = value;
  }

  private void makeRoom() throws IOException {
    SampleCollector.@Nullable Gathered known = gathered;
    if (known != null && waiting >= MOST_WAITING) {
      hand(known);
    } else {
      times = Arrays.copyOf(times, waiting * 2);
      values = Arrays.copyOf(values, waiting * 2);
    }
  }

  private void hand(SampleCollector.Gathered known) throws IOException {
    known.addAll(times, values, waiting);
    waiting = 0;
    collector.makeRoom();
  }

  /// Adds a native histogram.
  void histogram(long time, NativeHistogram histogram) {
    histograms.putIfAbsent(time, histogram);
  }

  /// Adds a staleness marker.
  void marker(long time) throws IOException {
    sample(time, StaleNaN.STALE_NAN);
  }

  /// Ends a series.
  void end() throws IOException {
    named &= !labels.metricName().isEmpty();
    SampleCollector.@Nullable Gathered known = gathered;
    hand(known == null ? collector.add(labels) : known);
    if (!histograms.isEmpty()) {
      histogramsOf.computeIfAbsent(labels, unseen -> new TreeMap<>()).putAll(histograms);
    }
  }

  /// {@return whether all series have the name of a metric, as those that were recorded have}
  boolean named() {
    return named;
  }

  /// {@return how many ends of series [#stepped] put where there was nothing at a step}
  long endsMadeUp() {
    return ends;
  }

  /// {@return all series as they are, sorted by labels; a [SeriesStore] where there is room}
  ///
  /// @throws IOException if the temporary file cannot be written
  SeriesSource recorded() throws IOException {
    SeriesSource numbers = collector.source();
    return numbers instanceof SeriesStore store ? complete(store) : complete(numbers);
  }

  /// {@return all series, sorted by labels; those at steps end where they have nothing at one}
  ///
  /// @throws IOException if the temporary file cannot be written
  SeriesSource stepped() throws IOException {
    SeriesSource numbers = collector.source();
    AnswerSpacing spacing = new AnswerSpacing();
    for (Series each : all(numbers)) {
      spacing.add(complete(each).samples());
    }
    ends = spacing.ends();
    if (numbers instanceof SeriesStore store) {
      SeriesStore recorded = complete(store);
      return ends == 0 ? recorded : ended(recorded, spacing);
    }
    SeriesSource recorded = complete(numbers);
    return ends == 0 ? recorded : new EndedSource(recorded, spacing.step(), spacing.last());
  }

  private static SeriesStore ended(SeriesStore recorded, AnswerSpacing spacing) {
    List<Series> ended = new ArrayList<>();
    for (Series each : recorded.all()) {
      Samples samples = SampleRuns.withEnds(each.samples(), spacing.step(), spacing.last());
      ended.add(new Series(each.labels(), samples));
    }
    return stored(ended);
  }

  private static Iterable<Series> all(SeriesSource numbers) {
    return numbers instanceof SpilledSource large ? large.all() : ((SeriesStore) numbers).all();
  }

  private SeriesStore complete(SeriesStore numbers) {
    return histogramsOf.isEmpty()
        ? numbers
        : stored(numbers.all().stream().map(this::complete).toList());
  }

  private SeriesSource complete(SeriesSource numbers) {
    List<Series> own = new ArrayList<>();
    histogramsOf.forEach((of, each) -> own.add(new Series(of, samples(each))));
    return own.isEmpty() ? numbers : MergedSource.of(List.of(numbers, stored(own)));
  }

  private Series complete(Series numbers) {
    @Nullable SortedMap<Long, NativeHistogram> own = histogramsOf.get(numbers.labels());
    return own == null
        ? numbers
        : new Series(numbers.labels(), SampleRuns.merged(numbers.samples(), samples(own)));
  }

  private static Samples samples(SortedMap<Long, NativeHistogram> histograms) {
    Samples samples = new Samples();
    histograms.forEach(samples::append);
    return samples;
  }

  private static SeriesStore stored(List<Series> series) {
    SeriesStore store = new SeriesStore();
    series.forEach(store::add);
    return store;
  }
}

package dev.firedrill.series.text;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers the series of an answer, and ends those that have nothing at a step.
final class AnswerSeries {
  private final SampleCollector collector = new SampleCollector(Long.MAX_VALUE);
  private Labels labels = Labels.EMPTY;
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int size;
  private SortedMap<Long, NativeHistogram> histograms = new TreeMap<>();
  private final Map<Labels, SortedMap<Long, NativeHistogram>> histogramsOf = new HashMap<>();
  private boolean named = true;
  private int ends;

  /// Begins a series, whose labels may come after its samples.
  void begin() {
    labels = Labels.EMPTY;
    size = 0;
    histograms = new TreeMap<>();
  }

  void labels(Labels known) {
    labels = known;
  }

  void sample(long time, double value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    times[size] = time;
    values[size++] = value;
  }

  void histogram(long time, NativeHistogram histogram) {
    histograms.putIfAbsent(time, histogram);
  }

  /// Adds a staleness marker.
  void marker(long time) {
    sample(time, StaleNaN.STALE_NAN);
  }

  /// Ends a series.
  void end() {
    named &= !labels.metricName().isEmpty();
    SampleCollector.Gathered gathered = collector.add(labels);
    for (int i = 0; i < size; i++) {
      gathered.add(times[i], values[i]);
    }
    if (!histograms.isEmpty()) {
      histogramsOf.computeIfAbsent(labels, unseen -> new TreeMap<>()).putAll(histograms);
    }
  }

  /// {@return whether all series have the name of a metric, as those that were recorded have}
  boolean named() {
    return named;
  }

  /// {@return how many ends of series [#store] put where there was nothing at a step}
  int endsMadeUp() {
    return ends;
  }

  /// {@return all series as they are, sorted by labels}
  SeriesStore recorded() {
    SeriesStore numbers = collector.store();
    if (histogramsOf.isEmpty()) {
      return numbers;
    }
    SeriesStore all = new SeriesStore();
    for (Series each : numbers.all()) {
      SortedMap<Long, NativeHistogram> own = histogramsOf.get(each.labels());
      all.add(own == null ? each : new Series(each.labels(), merged(each.samples(), own)));
    }
    return all;
  }

  private static Samples merged(Samples numbers, SortedMap<Long, NativeHistogram> own) {
    Samples histograms = new Samples();
    own.forEach(histograms::append);
    return SampleRuns.merged(numbers, histograms);
  }

  /// {@return all series, sorted by labels; those at steps end where they have nothing at one}
  SeriesStore store() {
    SeriesStore store = recorded();
    long step = step(store.all());
    if (step == 0) {
      return store;
    }
    long last = store.extent().orElseThrow().last();
    SeriesStore ended = new SeriesStore();
    for (Series each : store.all()) {
      Samples samples = SampleRuns.withEnds(each.samples(), step, last);
      ends += samples.size() - each.samples().size();
      ended.add(new Series(each.labels(), samples));
    }
    return ended;
  }

  /// {@return the step at which all samples stand; 0 where they stand at none, as those of a range
  /// selector do}
  private static long step(List<Series> all) {
    long step = 0;
    List<Samples> filled = new ArrayList<>();
    for (Series each : all) {
      Samples samples = each.samples();
      for (int i = 1; i < samples.size(); i++) {
        long distance = samples.time(i) - samples.time(i - 1);
        step = step == 0 ? distance : Math.min(step, distance);
      }
      if (!samples.isEmpty()) {
        filled.add(samples);
      }
    }
    if (step == 0) {
      return 0;
    }
    long origin = filled.getFirst().time(0);
    for (Samples samples : filled) {
      for (int i = 0; i < samples.size(); i++) {
        if (Math.floorMod(samples.time(i) - origin, step) != 0) {
          return 0;
        }
      }
    }
    return step;
  }
}

package dev.firedrill.series.text;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers the series of an answer, and ends those that have nothing at a step.
final class AnswerSeries {
  private final SampleCollector collector = new SampleCollector(Long.MAX_VALUE);
  private Labels labels = Labels.EMPTY;
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int size;
  private boolean named = true;
  private int ends;

  /// Begins a series, whose labels may come after its samples.
  void begin() {
    labels = Labels.EMPTY;
    size = 0;
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
    return collector.store();
  }

  /// {@return all series, sorted by labels; those at steps end where they have nothing at one}
  SeriesStore store() {
    SeriesStore store = collector.store();
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

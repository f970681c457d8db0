package dev.firedrill.cli.online;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// When evaluations were left out or began before a scrape was stored, in milliseconds.
///
/// @param begin the third evaluation of every group: Prometheus writes no `ALERTS` before, for it
///     restores pending alerts after the second
/// @param times the evaluations
record Disturbances(long begin, NavigableSet<Long> times) {
  /// How long one is felt: `for`, what keeps firing and what reads these alerts.
  private static final long FELT = 10_000;

  /// How long a scrape may take to be stored after it took its own time.
  private static final long STORING = 50;

  static Disturbances of(SeriesSource source) {
    NavigableSet<Long> disturbed = new TreeSet<>();
    NavigableMap<Long, Double> scrapes = new TreeMap<>();
    TreeSet<Long> begins = new TreeSet<>();
    each(source, "scrape_duration_seconds", series -> scrapes.putAll(samples(series)));
    each(
        source,
        "evaluated",
        series -> {
          long interval = series.labels().get("group").equals("workers") ? 2000 : 1000;
          NavigableSet<Long> evaluations = samples(series).navigableKeySet();
          begins.add(evaluations.stream().skip(2).findFirst().orElseThrow());
          for (long time : evaluations) {
            if (evaluations.higher(time) != null && !evaluations.contains(time + interval)) {
              disturbed.add(time + interval);
            }
            Map.Entry<Long, Double> scrape = scrapes.floorEntry(time);
            if (scrape != null && time - scrape.getKey() < scrape.getValue() * 1000 + STORING) {
              disturbed.add(time);
            }
          }
        });
    return new Disturbances(begins.last(), disturbed);
  }

  private static void each(SeriesSource source, String metric, Consumer<Series> use) {
    LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, metric);
    for (Series series : source.select(List.of(named), TimeRange.ALL)) {
      use.accept(series);
    }
  }

  private static NavigableMap<Long, Double> samples(Series series) {
    NavigableMap<Long, Double> samples = new TreeMap<>();
    for (int i = 0; i < series.samples().size(); i++) {
      samples.put(series.samples().time(i), series.samples().value(i));
    }
    return samples;
  }

  /// {@return whether what the server wrote at a time may lack something or be off}
  boolean reach(long time) {
    Long last = times.floor(time);
    return time < begin || (last != null && time - last < FELT);
  }

  /// {@return about how many seconds they are felt}
  long seconds() {
    long felt = 0;
    Long before = null;
    for (long time : times) {
      felt += before == null ? FELT : Math.min(FELT, time - before);
      before = time;
    }
    return TimeUnit.MILLISECONDS.toSeconds(felt);
  }
}

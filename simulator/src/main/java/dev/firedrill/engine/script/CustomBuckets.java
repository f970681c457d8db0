package dev.firedrill.engine.script;

import dev.firedrill.histogram.ClassicBuckets;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The classic histograms of a `load_with_nhcb` command as native ones with custom buckets.
final class CustomBuckets {
  private static final String BOUND = "le";

  /// What there is of one histogram at one step.
  private static final class Parts {
    private final TreeMap<Double, Double> buckets = new TreeMap<>();
    private @Nullable Double count;
    private double sum;

    NativeHistogram histogram() {
      List<ClassicBuckets.Cumulative> cumulative = new ArrayList<>();
      buckets.forEach(
          (bound, below) -> cumulative.add(new ClassicBuckets.Cumulative(bound, below)));
      return ClassicBuckets.toNative(cumulative, all(), sum);
    }

    private double all() {
      Double given = count;
      return given == null ? buckets.lastEntry().getValue() : given;
    }

    /// {@return the bound whose bucket, which holds the smaller ones, has less than one of them, or
    ///     more than there is in all; null where there is none}
    @Nullable Double fall() {
      double below = 0;
      for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
        if (bucket.getValue() < below || bucket.getValue() > all()) {
          return bucket.getKey();
        }
        below = bucket.getValue();
      }
      return null;
    }

    boolean isEmpty() {
      return buckets.isEmpty() && count == null;
    }
  }

  private final Map<Labels, SortedMap<Integer, Parts>> histograms = new LinkedHashMap<>();

  private CustomBuckets() {}

  /// {@return the histograms that the series make up, by labels and number of the step}
  static Map<Labels, SortedMap<Integer, NativeHistogram>> of(List<LoadedSeries> series) {
    CustomBuckets buckets = new CustomBuckets();
    series.forEach(buckets::add);
    return buckets.convert();
  }

  /// {@return what is wrong with the first histogram that cannot be made of the series}
  static Optional<String> mistake(List<LoadedSeries> series) {
    CustomBuckets buckets = new CustomBuckets();
    series.forEach(buckets::add);
    for (var histogram : buckets.histograms.entrySet()) {
      for (var step : histogram.getValue().entrySet()) {
        Double bound = step.getValue().fall();
        if (bound != null) {
          return Optional.of(
              "the counts of "
                  + histogram.getKey()
                  + " fall at le="
                  + GoQuote.quote(GoFloat.general(bound))
                  + ", sample "
                  + (step.getKey() + 1)
                  + "; a native histogram has no negative buckets");
        }
      }
    }
    return Optional.empty();
  }

  private void add(LoadedSeries series) {
    String name = series.series().labels().metricName();
    if (name.endsWith("_bucket")) {
      addBucket(series);
    } else if (name.endsWith("_count")) {
      add(series, "_count", (parts, value) -> parts.count = value);
    } else if (name.endsWith("_sum")) {
      add(series, "_sum", (parts, value) -> parts.sum = value);
    }
  }

  private void addBucket(LoadedSeries series) {
    try {
      double bound = GoNumber.parseFloat(series.series().labels().get(BOUND));
      if (!Double.isNaN(bound)) {
        add(series, "_bucket", (parts, value) -> parts.buckets.put(bound, value));
      }
    } catch (GoFormatException e) {
      // Prometheus leaves out buckets whose bound is no number.
    }
  }

  private void add(LoadedSeries series, String suffix, BiConsumer<Parts, Double> part) {
    Labels labels = series.series().labels();
    String name = labels.metricName();
    Labels base =
        labels.toBuilder()
            .set(Labels.METRIC_NAME, name.substring(0, name.length() - suffix.length()))
            .remove(BOUND)
            .build();
    SortedMap<Integer, Parts> steps = histograms.computeIfAbsent(base, fresh -> new TreeMap<>());
    List<SeriesValue> values = series.series().values();
    for (int step = 0; step < values.size(); step++) {
      if (values.get(step) instanceof SeriesValue.Sample sample) {
        part.accept(steps.computeIfAbsent(step, fresh -> new Parts()), sample.value());
      }
    }
  }

  private Map<Labels, SortedMap<Integer, NativeHistogram>> convert() {
    Map<Labels, SortedMap<Integer, NativeHistogram>> converted = new LinkedHashMap<>();
    histograms.forEach(
        (labels, steps) -> {
          SortedMap<Integer, NativeHistogram> made = new TreeMap<>();
          steps.forEach(
              (step, parts) -> {
                if (!parts.isEmpty()) {
                  made.put(step, parts.histogram());
                }
              });
          converted.put(labels, made);
        });
    return converted;
  }
}

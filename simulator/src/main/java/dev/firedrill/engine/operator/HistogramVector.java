package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.function.ClassicHistogram;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The histograms of a vector at one step after the other: native ones as they are, classic ones
/// made up of the series that differ in `le` alone.
final class HistogramVector {
  private static final String BOUND = "le";

  private final Operator vector;
  private final Span span;
  private final Annotations annotations;
  private final boolean named;
  private final double[] bounds;
  private final boolean[] malformed;
  private final int[] groups;
  // the series by rising bounds where that is sure to make no difference, else as they are
  private final int[] order;
  private final List<Labels> classicLabels = new ArrayList<>();
  private final int[] classicTwins;
  private final List<ClassicHistogram> classics = new ArrayList<>();
  private final @Nullable NativeHistogram[] natives;

  /// Reads a vector.
  ///
  /// @param span the vector
  /// @param named whether metric names are known where something is said
  HistogramVector(Operator vector, Span span, Annotations annotations, boolean named) {
    this.vector = vector;
    this.span = span;
    this.annotations = annotations;
    this.named = named;
    int series = vector.series().size();
    this.bounds = new double[series];
    this.malformed = new boolean[series];
    this.groups = new int[series];
    this.classicTwins = new int[series];
    this.natives = new @Nullable NativeHistogram[vector.mayHoldHistograms() ? series : 0];
    Map<Labels, Integer> places = new HashMap<>();
    for (int i = 0; i < series; i++) {
      Labels labels = vector.series().get(i);
      readBound(i, labels);
      groups[i] = places.computeIfAbsent(labels.without(BOUND), this::addClassic);
    }
    this.order = order();
    for (int i = 0; i < series; i++) {
      classicTwins[i] = places.getOrDefault(vector.series().get(i), -1);
    }
  }

  private int addClassic(Labels labels) {
    classicLabels.add(labels);
    classics.add(new ClassicHistogram());
    return classicLabels.size() - 1;
  }

  private void readBound(int series, Labels labels) {
    try {
      bounds[series] = GoNumber.parseFloat(labels.get(BOUND));
    } catch (GoFormatException e) {
      malformed[series] = true;
    }
  }

  // Sorting here spares every step the sorting, but buckets with the same bound, or NaN as bound,
  // have to be sorted as Prometheus does.
  private int[] order() {
    int[] asTheyAre = IntStream.range(0, bounds.length).toArray();
    Set<List<Number>> seen = new HashSet<>();
    for (int series : asTheyAre) {
      boolean fresh = malformed[series] || seen.add(List.of(groups[series], bounds[series] + 0.0));
      if (!fresh || Double.isNaN(bounds[series])) {
        return asTheyAre;
      }
    }
    return IntStream.of(asTheyAre)
        .boxed()
        .sorted(Comparator.comparingDouble(series -> bounds[series]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  Operator vector() {
    return vector;
  }

  /// {@return the labels of all histograms there may be, native ones first}
  List<Labels> labels() {
    List<Labels> all = new ArrayList<>();
    if (vector.mayHoldHistograms()) {
      all.addAll(vector.series());
    }
    all.addAll(classicLabels);
    return all;
  }

  /// {@return the number of native histograms there may be}
  int natives() {
    return natives.length;
  }

  /// {@return the number of classic histograms there may be}
  int classics() {
    return classics.size();
  }

  /// Reads a step.
  void read(Batch in, int row) {
    classics.forEach(ClassicHistogram::clear);
    for (int column : order) {
      if (in.hasNumber(column, row)) {
        if (malformed[column]) {
          warnOfBound(vector.series().get(column));
        } else {
          classics.get(groups[column]).add(bounds[column], in.get(column, row));
        }
      }
    }
    for (int column = 0; column < natives.length; column++) {
      natives[column] = in.histogram(column, row);
    }
    dropTwins();
  }

  // Of a native and a classic histogram with the same labels neither counts.
  private void dropTwins() {
    for (int column = 0; column < natives.length; column++) {
      int twin = classicTwins[column];
      if (natives[column] != null && twin >= 0 && !classics.get(twin).isEmpty()) {
        String subject = subject(vector.series().get(column).metricName());
        annotations.warn("vector contains a mix of classic and native histograms" + subject, span);
        classics.get(twin).clear();
        natives[column] = null;
      }
    }
  }

  private void warnOfBound(Labels labels) {
    annotations.warn(
        "bucket label \"le\" is missing or has a malformed value of "
            + GoQuote.quote(labels.get(BOUND))
            + subject(labels.metricName()),
        span);
  }

  // Where names go at once, Prometheus has lost this one already.
  private String subject(String metric) {
    return metric.isEmpty() || !named ? "" : " for metric name " + GoQuote.quote(metric);
  }

  /// {@return the native histogram of a series at the step; null where there is none}
  @Nullable NativeHistogram nativeAt(int series) {
    return natives[series];
  }

  /// {@return a classic histogram at the step, which may be empty}
  ClassicHistogram classicAt(int group) {
    return classics.get(group);
  }

  /// {@return the metric of a native histogram as it is said, with a leading blank; or empty}
  String nativeSubject(int series) {
    return subject(vector.series().get(series).metricName());
  }

  /// {@return the metric of a classic histogram as it is said, with a leading blank; or empty}
  String classicSubject(int group) {
    return subject(classicLabels.get(group).metricName());
  }
}

package dev.firedrill.series;

import com.google.re2j.Pattern;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// Reads whole series of a source, metric by metric, with few of them in memory at a time.
///
/// A metric with more samples than are wanted in memory is read in several goes, by the values of
/// the label of which it has most.
public final class SeriesBatches {
  // 64 MB of numbers.
  private static final long SAMPLES = 4_000_000;
  private static final long SHORTEST_INTERVAL = 15_000;
  // So that matchers stay short.
  private static final int MOST_VALUES = 500;

  private final SeriesSource source;
  private final TimeRange range;
  private final int seriesAtATime;
  private final SortedMap<String, List<Labels>> metrics = new TreeMap<>();
  private IntConsumer progress = _ -> {};
  private int metricsRead;

  /// Takes series.
  @FunctionalInterface
  public interface Sink {
    /// @param series one with samples
    void take(Series series) throws IOException;
  }

  /// The series of a source.
  ///
  /// @param range of their samples, both ends included
  public SeriesBatches(SeriesSource source, TimeRange range) {
    this(source, range, SAMPLES);
  }

  SeriesBatches(SeriesSource source, TimeRange range, long samples) {
    this.source = source;
    this.range = range;
    long each = Math.max(1, (range.last() - range.first()) / SHORTEST_INTERVAL);
    seriesAtATime = (int) Math.max(1, samples / each);
    for (Labels labels : source.names(List.of(), range)) {
      metrics.computeIfAbsent(labels.metricName(), _ -> new ArrayList<>()).add(labels);
    }
  }

  /// {@return the names of all metrics, sorted, with the number of series that each may have: some
  ///     may turn out to have no sample in the range; the name is empty for those without}
  public SortedMap<String, Integer> metrics() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    metrics.forEach((name, series) -> counts.put(name, series.size()));
    return counts;
  }

  /// {@return the stretch of time, both ends included}
  public TimeRange range() {
    return range;
  }

  /// Has something told how many metrics were read, whenever it is one more.
  public void onProgress(IntConsumer told) {
    progress = told;
  }

  /// Reads the series of a metric. They come sorted by labels where they are few.
  ///
  /// @throws IOException if the sink does
  public void read(String metric, Sink sink) throws IOException {
    LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, metric);
    read(List.of(named), metrics.getOrDefault(metric, List.of()), Set.of(), sink);
    progress.accept(++metricsRead);
  }

  private void read(
      List<LabelMatcher> matchers, List<Labels> series, Set<String> constant, Sink sink)
      throws IOException {
    String label = series.size() > seriesAtATime ? mostVaried(series, constant) : "";
    if (label.isEmpty()) {
      for (Series one : source.select(matchers, range)) {
        if (!one.samples().isEmpty()) {
          sink.take(one);
        }
      }
      return;
    }
    SortedMap<String, List<Labels>> byValue = new TreeMap<>();
    for (Labels labels : series) {
      byValue.computeIfAbsent(labels.get(label), _ -> new ArrayList<>()).add(labels);
    }
    Set<String> fixed = new HashSet<>(constant);
    fixed.add(label);
    List<String> values = new ArrayList<>();
    List<Labels> some = new ArrayList<>();
    for (Map.Entry<String, List<Labels>> entry : byValue.entrySet()) {
      boolean full = some.size() + entry.getValue().size() > seriesAtATime;
      if (!values.isEmpty() && (full || values.size() == MOST_VALUES)) {
        read(with(matchers, label, values), some, fixed, sink);
        values = new ArrayList<>();
        some = new ArrayList<>();
      }
      values.add(entry.getKey());
      some.addAll(entry.getValue());
    }
    read(with(matchers, label, values), some, fixed, sink);
  }

  private static String mostVaried(List<Labels> series, Set<String> except) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (Labels labels : series) {
      for (int i = 0; i < labels.size(); i++) {
        String name = labels.name(i);
        if (!name.equals(Labels.METRIC_NAME) && !except.contains(name)) {
          values.computeIfAbsent(name, _ -> new HashSet<>()).add(labels.value(i));
        }
      }
    }
    String most = "";
    int count = 0;
    for (Map.Entry<String, Set<String>> entry : values.entrySet()) {
      if (entry.getValue().size() > count) {
        most = entry.getKey();
        count = entry.getValue().size();
      }
    }
    return most;
  }

  private static List<LabelMatcher> with(
      List<LabelMatcher> matchers, String label, List<String> values) {
    List<LabelMatcher> more = new ArrayList<>(matchers);
    if (values.size() == 1) {
      more.add(LabelMatcher.of(label, Operator.EQUAL, values.getFirst()));
    } else {
      List<String> quoted = values.stream().map(Pattern::quote).toList();
      more.add(LabelMatcher.of(label, Operator.REGEX, String.join("|", quoted)));
    }
    return more;
  }
}

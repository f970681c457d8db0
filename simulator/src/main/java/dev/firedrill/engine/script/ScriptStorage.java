package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a script has loaded.
///
/// Of native histograms only the times are kept, so that what would read one is told apart from
/// what would not.
final class ScriptStorage implements SeriesSource {
  private final SeriesStore floats = new SeriesStore();
  private final Map<Labels, List<Long>> histogramTimes = new LinkedHashMap<>();

  void load(ScriptCommand.Load load) {
    for (LoadedSeries series : load.series()) {
      load(series, load.step());
      if (load.customBuckets()) {
        loadWithCustomBuckets(series, load.step());
      }
    }
  }

  private void load(LoadedSeries loaded, long step) {
    Labels labels = loaded.series().labels();
    List<SeriesValue> values = loaded.series().values();
    for (int i = 0; i < values.size(); i++) {
      long time = i * step;
      switch (values.get(i)) {
        case SeriesValue.Missing _ -> {}
        case SeriesValue.Sample sample -> floats.append(labels, time, sample.value());
        case SeriesValue.HistogramSample _ -> noteHistogram(labels, time);
      }
    }
  }

  private void loadWithCustomBuckets(LoadedSeries loaded, long step) {
    Labels labels = loaded.series().labels();
    String name = labels.metricName();
    if (!name.endsWith("_bucket") || !labels.has("le")) {
      return;
    }
    String base = name.substring(0, name.length() - "_bucket".length());
    Labels histogram = labels.toBuilder().set(Labels.METRIC_NAME, base).remove("le").build();
    List<SeriesValue> values = loaded.series().values();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof SeriesValue.Sample) {
        noteHistogram(histogram, i * step);
      }
    }
  }

  private void noteHistogram(Labels labels, long time) {
    histogramTimes.computeIfAbsent(labels, fresh -> new ArrayList<>()).add(time);
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    histogramTimes.forEach(
        (labels, times) -> {
          if (matchers.stream().allMatch(matcher -> matcher.matches(labels))
              && times.stream().anyMatch(t -> t >= range.first() && t <= range.last())) {
            throw EvaluationException.unsupported("native histograms", Span.at(0));
          }
        });
    return floats.select(matchers, range);
  }

  @Override
  public Optional<TimeRange> extent() {
    return floats.extent();
  }
}

package dev.firedrill.engine.script;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a script has loaded.
final class ScriptStorage implements SeriesSource {
  private final SeriesStore store = new SeriesStore();

  void load(ScriptCommand.Load load) {
    for (LoadedSeries series : load.series()) {
      load(series, load.step());
    }
    if (load.customBuckets()) {
      CustomBuckets.of(load.series())
          .forEach(
              (labels, histograms) ->
                  histograms.forEach(
                      (step, histogram) -> store.append(labels, step * load.step(), histogram)));
    }
  }

  private void load(LoadedSeries loaded, long step) {
    Labels labels = loaded.series().labels();
    List<SeriesValue> values = loaded.series().values();
    for (int i = 0; i < values.size(); i++) {
      long time = i * step;
      switch (values.get(i)) {
        case SeriesValue.Missing _ -> {}
        case SeriesValue.Sample sample ->
            start(loaded, i, time, store.append(labels, time, sample.value()));
        case SeriesValue.HistogramSample sample ->
            start(loaded, i, time, store.append(labels, time, sample.histogram()));
      }
    }
  }

  // Of samples that come too late Prometheus loads nothing and says nothing.
  private void start(LoadedSeries loaded, int index, long time, boolean stored) {
    OptionalLong start = loaded.start(index);
    if (stored && start.isPresent()) {
      store
          .get(loaded.series().labels())
          .orElseThrow()
          .samples()
          .startLast(time + start.getAsLong());
    }
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    return store.select(matchers, range);
  }

  @Override
  public Optional<TimeRange> extent() {
    return store.extent();
  }
}

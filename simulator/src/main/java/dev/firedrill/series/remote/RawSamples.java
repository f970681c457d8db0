package dev.firedrill.series.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Takes the stored samples of a piece of time.
final class RawSamples implements SeriesSink {
  private final String selector;
  private final TimeRange range;
  private final @Nullable Runnable histograms;
  private final Map<Labels, Samples> series = new LinkedHashMap<>();
  private Samples current = new Samples();
  private long count;

  /// @param selector for messages
  /// @param range samples outside are dropped
  /// @param histograms is told of a native histogram that is left out; null where they are refused
  RawSamples(String selector, TimeRange range, @Nullable Runnable histograms) {
    this.selector = selector;
    this.range = range;
    this.histograms = histograms;
  }

  @Override
  public void series(Labels labels) {
    current = new Samples();
    series.put(labels, current);
  }

  @Override
  public void sample(long time, double value) {
    if (time < range.first() || time > range.last()) {
      return;
    }
    long last = current.lastTime();
    if (time < last) {
      throw new RemoteDataException(
          selector + ": the server's samples are not in the order of time");
    }
    // VictoriaMetrics gives what was written twice twice.
    if (time > last) {
      current.append(time, value);
      count++;
    }
  }

  @Override
  public void histogram(long time) {
    Runnable told = histograms;
    if (told == null) {
      throw new RemoteDataException(
          selector
              + ": native histograms are not given in full by queries: use remote-read+http://"
              + " instead of http://");
    }
    told.run();
  }

  /// {@return how many samples there are}
  long count() {
    return count;
  }

  /// Calls back with each series that has samples.
  void forEach(BiConsumer<Labels, Samples> each) {
    series.forEach(
        (labels, samples) -> {
          if (!samples.isEmpty()) {
            each.accept(labels, samples);
          }
        });
  }
}

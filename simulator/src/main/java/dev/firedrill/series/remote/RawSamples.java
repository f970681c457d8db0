package dev.firedrill.series.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.client.ServedHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Takes the stored samples of a piece of time.
final class RawSamples implements SeriesSink {
  /// The samples of a series, which come in two lists.
  private record Taken(Samples numbers, Samples histograms) {
    static Taken none() {
      return new Taken(new Samples(), new Samples());
    }
  }

  private final String selector;
  private final TimeRange range;
  private final QueriedHistograms histograms;
  private final Map<Labels, Taken> series = new LinkedHashMap<>();
  private Taken current = Taken.none();
  private long count;

  /// @param selector for messages
  /// @param range samples outside are dropped
  /// @param histograms what becomes of native histograms
  RawSamples(String selector, TimeRange range, QueriedHistograms histograms) {
    this.selector = selector;
    this.range = range;
    this.histograms = histograms;
  }

  @Override
  public void series(Labels labels) {
    current = Taken.none();
    series.put(labels, current);
  }

  @Override
  public void sample(long time, double value) {
    if (isNew(current.numbers, time)) {
      current.numbers.append(time, value);
      count++;
    }
  }

  private boolean isNew(Samples samples, long time) {
    if (time < range.first() || time > range.last()) {
      return false;
    }
    if (time < samples.lastTime()) {
      throw new RemoteDataException(
          selector + ": the server's samples are not in the order of time");
    }
    // VictoriaMetrics gives what was written twice twice.
    return time > samples.lastTime();
  }

  @Override
  public void histogram(long time) {
    // Its buckets are wanted.
  }

  @Override
  public void histogram(long time, ServedHistogram histogram) {
    if (isNew(current.histograms, time)) {
      histograms
          .take(selector, histogram)
          .ifPresent(
              taken -> {
                current.histograms.append(time, taken);
                count++;
              });
    }
  }

  /// {@return how many samples there are}
  long count() {
    return count;
  }

  /// Calls back with each series that has samples.
  void forEach(BiConsumer<Labels, Samples> each) {
    series.forEach(
        (labels, taken) -> {
          Samples samples = SampleRuns.joined(List.of(taken.numbers, taken.histograms));
          if (!samples.isEmpty()) {
            each.accept(labels, samples);
          }
        });
  }
}

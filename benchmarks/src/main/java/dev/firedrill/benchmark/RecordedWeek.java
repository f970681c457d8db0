package dev.firedrill.benchmark;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.Random;

/// Series as they are recorded in a week: one sample each 15 seconds, always the same ones.
final class RecordedWeek {
  /// The first sample, in epoch milliseconds.
  static final long START = 1_795_132_800_000L;

  /// Milliseconds between samples.
  static final long INTERVAL = 15_000;

  /// The last sample, in epoch milliseconds.
  static final long END = START + 7 * 86_400_000L;

  private static final int SAMPLES = (int) ((END - START) / INTERVAL) + 1;
  private static final String[] BOUNDS = {
    "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "+Inf"
  };

  private RecordedWeek() {}

  /// {@return a week of `requests_total`, a counter that starts anew now and then, `load`, a gauge
  ///     with fractions, `queue`, a gauge of whole numbers, and `latency_bucket`, histograms of ten
  ///     buckets each}
  ///
  /// @param count series of each metric
  static SeriesStore of(String metric, int count) {
    SeriesStore store = new SeriesStore();
    for (int number = 0; number < count; number++) {
      Random random = new Random(number);
      Labels.Builder labels = new Labels.Builder().set(Labels.METRIC_NAME, metric);
      labels.set("job", "job" + number % 10);
      labels.set("instance", "instance" + (metric.equals("latency_bucket") ? number / 10 : number));
      if (metric.equals("latency_bucket")) {
        labels.set("le", BOUNDS[number % BOUNDS.length]);
      }
      store.add(new Series(labels.build(), samples(metric, number, random)));
    }
    return store;
  }

  private static Samples samples(String metric, int number, Random random) {
    long[] times = new long[SAMPLES];
    double[] values = new double[SAMPLES];
    double value = 0;
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = START + i * INTERVAL;
      value =
          switch (metric) {
            case "requests_total" -> random.nextInt(5000) == 0 ? 0 : value + random.nextInt(100);
            case "latency_bucket" -> value + number % BOUNDS.length + 1;
            case "queue" -> random.nextInt(1000);
            default -> random.nextDouble();
          };
      values[i] = value;
    }
    return Samples.of(times, values);
  }
}
